/** One domain: what it is, whether it gets on, and who serves it. */

import type { ComponentChildren } from 'preact';
import { entriesNow } from '../../live/feed.js';
import { hrefTo } from '../../navigation.js';
import type { Domain } from '../../parts/domain-choice.js';
import { ProblemLine } from '../../parts/problem-line.js';
import { useServed } from '../../parts/use-served.js';
import { AddressQuestion } from './address-question.js';
import { lastExit } from './last-exit.js';
import { runStateInWords } from './run-state.js';
import { VcpuTable } from './vcpu-table.js';

export function DomainCard({ domain }: { readonly domain: Domain }) {
  const { domid, name } = domain;
  const { value, error } = useServed(domid);
  const { vcpus = [], servers = [] } = value.value ?? {};
  const waiting = vcpus.filter(({ state }) => state === 'blocked_in_xen').length;
  const owner = servers.find(({ owns_ioreq_server_pages }) => owns_ioreq_server_pages);
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
        <Fact term="Device models">
          <a href={hrefTo({ view: 'servers', domid })}>
            {servers.length === 0
              ? 'no ioreq server'
              : servers.map(({ id }) => `ioreq server ${id}`).join(', ')}
          </a>
        </Fact>
        <Fact term="Pages of type ioreq_server">
          {domain.entry_count}, {owner ? `writes go to server ${owner.id}` : 'claimed by nobody'}
        </Fact>
        <Fact term="Requests that wait">
          <a href={hrefTo({ view: 'timeline', domid })}>{waiting}</a>
        </Fact>
        <Fact term="Last exit">
          <LastExit domid={domid} />
        </Fact>
      </dl>
      <ProblemLine error={error.value} />
      <VcpuTable domid={domid} vcpus={vcpus} />
      <AddressQuestion domid={domid} />
    </section>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
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
      {reason} {gpa ?? port}, vcpu {vcpu}
    </a>
  );
}
