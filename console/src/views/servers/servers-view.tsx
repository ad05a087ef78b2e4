/** Who serves a domain: its ioreq servers with their ranges, and which of them gets an address. */

import { answerOf } from '../../../../src/client/answer-of.js';
import { api } from '../../api.js';
import type { Entry } from '../../live/entry.js';
import { useLive } from '../../live/use-live.js';
import { hostName } from '../../navigation.js';
import { DomainChoice, useChosenDomain } from '../../parts/domain-choice.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { ServerTable } from './server-table.js';
import { WhoGets } from './who-gets.js';
import './servers.css';

/** Records that change nothing of servers, ranges or pages. */
const NO_CHANGE: ReadonlySet<Entry['kind']> = new Set(['vmentry', 'vmexit', 'evtchn', 'clock']);

export function ServersView() {
  const { domains, domain, error } = useChosenDomain();
  return (
    <>
      <h1>Servers and ranges</h1>
      <ProblemLine error={error} />
      {domain === undefined ? (
        <p>There is no such domain.</p>
      ) : (
        <>
          <div class="row">
            <DomainChoice domains={domains} domain={domain} />
          </div>
          <ServersOf key={domain.domid} domid={domain.domid} />
        </>
      )}
    </>
  );
}

function ServersOf({ domid }: { readonly domid: number }) {
  const concerns = (entry: Entry) => entry.domid === domid && !NO_CHANGE.has(entry.kind);
  const { value, error } = useLive(
    async (signal) => {
      const params = { path: { domid } };
      const answer = await answerOf(
        api.value.GET('/domains/{domid}/ioreq-servers', { params, signal }),
      );
      return answer.ioreq_servers;
    },
    concerns,
    [hostName.value, domid],
  );
  const servers = value.value;
  return (
    <>
      <WhoGets domid={domid} concerns={concerns} />
      <ProblemLine error={error.value} />
      {servers?.length === 0 && (
        <p>No ioreq server: what no page and no device of Xen takes goes to nobody.</p>
      )}
      {servers && servers.length > 0 && (
        <section class="card servers-card">
          <ServerTable domid={domid} servers={servers} />
        </section>
      )}
    </>
  );
}
