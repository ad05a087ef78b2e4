/** What each vcpu does, and why it does not; those that just run are only counted where there are many. */

import { entriesNow } from '../../live/feed.js';
import { hrefTo } from '../../navigation.js';
import { ColumnHeads } from '../../parts/column-heads.js';
import { gfnOf } from '../../parts/gfn-of.js';
import { useNow } from '../../parts/use-now.js';
import { waitingRequest } from '../../parts/waiting-request.js';
import { deliveriesInWords, whyBlocked, type Vcpu } from '../../parts/why-blocked.js';

const COLUMNS = ['vcpu', 'State', 'Why it does not run', 'For how long'];
const MANY = 8;
const LONG = 1000;

interface Props {
  readonly domid: number;
  readonly vcpus: readonly Vcpu[];
}

export function VcpuTable({ domid, vcpus }: Props) {
  const shown = vcpus.length > MANY ? vcpus.filter((vcpu) => whyBlocked(vcpu)) : vcpus;
  const running = vcpus.length - shown.length;
  return (
    <table>
      <caption>
        Vcpus{running > 0 && ` (${running} of ${vcpus.length} run and are not listed)`}
      </caption>
      <ColumnHeads names={COLUMNS} />
      <tbody>
        {shown.map((vcpu) => (
          <VcpuRow key={vcpu.id} domid={domid} vcpu={vcpu} />
        ))}
      </tbody>
    </table>
  );
}

function VcpuRow({ domid, vcpu }: { readonly domid: number; readonly vcpu: Vcpu }) {
  const { id, state, waits_for, request } = vcpu;
  const waiting = waits_for && waitingRequest(entriesNow(), domid, id);
  return (
    <tr>
      <th scope="row">{id}</th>
      <td class={waits_for && 'warn'}>{state}</td>
      <td>
        {whyBlocked(vcpu)}
        {waits_for && (
          <>
            {waiting && `; ${deliveriesInWords(waiting.deliveries)}`}{' '}
            <a href={hrefTo({ view: 'timeline', domid, query: seqOf(waiting) })}>timeline</a>{' '}
            <a href={hrefTo({ view: 'servers', domid })}>server {waits_for.ioservid}</a>{' '}
            {request?.type === 'copy' && <PageLink domid={domid} addr={request.addr} />}
          </>
        )}
      </td>
      <td>{waiting && <Since at={waiting.sent.at} />}</td>
    </tr>
  );
}

function PageLink({ domid, addr }: { readonly domid: number; readonly addr: string }) {
  const gfn = gfnOf(addr);
  return <a href={hrefTo({ view: 'map', domid, query: { gfn } })}>page {gfn}</a>;
}

const seqOf = (waiting: ReturnType<typeof waitingRequest>): Record<string, string> =>
  waiting === undefined ? {} : { seq: String(waiting.sent.seq) };

/** Red once no device model would take so long. */
function Since({ at }: { readonly at: number }) {
  const waited = Math.max(0, useNow() - at);
  return (
    <span class={waited > LONG ? 'bad' : undefined}>
      {waited > LONG ? `${Math.floor(waited / 1000)} s` : 'less than a second'}
    </span>
  );
}
