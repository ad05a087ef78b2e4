/** One domain: what it is, whether it gets on, and who serves it. */

import { answerOf } from '../../../../src/client/answer-of.js';
import { api } from '../../api.js';
import { entriesNow } from '../../live/feed.js';
import { useLive } from '../../live/use-live.js';
import { hrefTo } from '../../navigation.js';
import type { Domain } from '../../parts/domain-choice.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { lastExit } from './last-exit.js';
import { runStateInWords } from './run-state.js';
import { VcpuTable } from './vcpu-table.js';

export function DomainCard({ domain }: { readonly domain: Domain }) {
  const { domid, name, entry_count, ioreq_servers } = domain;
  const { value, error } = useLive(
    async (signal) => {
      const params = { path: { domid } };
      return (await answerOf(api.value.GET('/domains/{domid}/vcpus', { params, signal }))).vcpus;
    },
    (entry) => entry.domid === domid,
    [domid],
  );
  const vcpus = value.value ?? [];
  const waiting = vcpus.filter(({ state }) => state === 'blocked_in_xen').length;
  return (
    <section class="card domains-card" aria-label={`Domain ${domid}`}>
      <h2>
        d{domid} {name}
      </h2>
      <dl>
        <Fact term="State">{runStateInWords(domain)}</Fact>
        <Fact term="Xen">{domain.profile}</Fact>
        <Fact term="Pages">
          <a href={hrefTo({ view: 'map', domid })}>{domain.pages.toLocaleString('en')}</a>
        </Fact>
        <Fact term="ioreq servers">
          <a href={hrefTo({ view: 'servers', domid })}>
            {ioreq_servers.length === 0 ? 'none' : ioreq_servers.join(', ')}
          </a>
        </Fact>
        <Fact term="Pages of type ioreq_server">{entry_count}</Fact>
        <Fact term="Requests that wait">
          <a href={hrefTo({ view: 'timeline', domid })}>{waiting}</a>
        </Fact>
        <Fact term="Last exit">
          <LastExit domid={domid} />
        </Fact>
      </dl>
      <ProblemLine error={error.value} />
      <VcpuTable domid={domid} vcpus={vcpus} />
    </section>
  );
}

function Fact({
  term,
  children,
}: {
  readonly term: string;
  readonly children: preact.ComponentChildren;
}) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function LastExit({ domid }: { readonly domid: number }) {
  const exit = lastExit(entriesNow(), domid);
  if (exit === undefined) return <>none that is remembered</>;
  const { seq, reason, gpa, port, vcpu } = exit;
  return (
    <a href={hrefTo({ view: 'timeline', domid, query: { seq: String(seq) } })}>
      {reason} {gpa ?? port} by vcpu {vcpu}
    </a>
  );
}
