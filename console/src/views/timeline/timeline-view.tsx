/** Every request of a domain from the guest to its answer, in lanes, as it happens. */

import { DomainChoice, useChosenDomain } from '../../parts/domain-choice.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { DomainTimeline } from './domain-timeline.js';
import './timeline.css';

export function TimelineView() {
  const chosen = useChosenDomain();
  const { domain, error } = chosen;
  return (
    <>
      <h1>Timeline</h1>
      <div class="row">
        <DomainChoice {...chosen} />
      </div>
      <ProblemLine error={error} />
      {domain && <DomainTimeline key={domain.domid} domid={domain.domid} />}
    </>
  );
}
