/** A guest's physical memory as Xen has it mapped, from all of it down to a page. */

import { DomainChoice, useChosenDomain } from '../../parts/domain-choice.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { DomainMap } from './domain-map.js';
import './map.css';

export function MapView() {
  const { domains, domain, error } = useChosenDomain();
  return (
    <>
      <h1>EPT map</h1>
      <ProblemLine error={error} />
      {domain === undefined ? (
        <p>There is no such domain.</p>
      ) : (
        <DomainMap
          key={domain.domid}
          domain={domain}
          choice={<DomainChoice domains={domains} domain={domain} />}
        />
      )}
    </>
  );
}
