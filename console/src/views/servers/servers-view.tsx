/** Who serves a domain: its ioreq servers with their ranges, and which of them gets an address. */

import { answerOf } from '../../../../src/client/answer-of.js';
import { api } from '../../api.js';
import type { Entry } from '../../live/entry.js';
import { useLive } from '../../live/use-live.js';
import { hostName, hrefTo } from '../../navigation.js';
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
        <p>There is no such domain, so nobody serves it.</p>
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
  const owner = servers?.find(({ owns_ioreq_server_pages }) => owns_ioreq_server_pages);
  return (
    <>
      <WhoGets domid={domid} concerns={concerns} />
      <ProblemLine error={error.value} />
      {servers?.length === 0 && (
        <p>
          Domain {domid} has no ioreq server: what no page and no device of Xen takes goes to
          nobody. A device model makes one by <code>create_ioreq_server</code>.
        </p>
      )}
      {servers !== undefined && servers.length > 0 && (
        <section class="card servers-card">
          <ServerTable domid={domid} servers={servers} />
          <p class="soft">
            {owner === undefined
              ? 'No server has claimed the type ioreq_server: no page can be given it.'
              : `Ioreq server ${owner.id} owns the type ioreq_server: writes to such pages go to it, whatever anybody’s ranges say.`}{' '}
            <a href={hrefTo({ view: 'map', domid })}>Such pages are in the map.</a>
          </p>
        </section>
      )}
    </>
  );
}
