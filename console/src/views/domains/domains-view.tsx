/** Every domain of the host with what keeps it busy, and the host's own snapshots. */

import { useDomains } from '../../parts/domain-choice.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { DomainCard } from './domain-card.js';
import { HostActions } from './host-actions.js';
import './domains.css';

export function DomainsView() {
  const { value, error, refresh } = useDomains();
  const domains = value.value ?? [];
  return (
    <>
      <h1>Domains</h1>
      <HostActions onChange={refresh} />
      <ProblemLine error={error.value} />
      {value.value !== undefined && domains.length === 0 && (
        <p>
          There is no domain. <code>POST /domains</code> creates one, and so does the tour.
        </p>
      )}
      {domains.map((domain) => (
        <DomainCard key={domain.domid} domain={domain} />
      ))}
    </>
  );
}
