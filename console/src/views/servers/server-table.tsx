/** A domain's ioreq servers, in the order in which Xen asks them. */

import { hrefTo } from '../../navigation.js';
import { ColumnHeads } from '../../parts/column-heads.js';
import type { Space } from '../../parts/both-ways.js';
import { addressInWords, rangeInWords } from './address.js';
import { overlapsOf, type Server } from './overlaps.js';

const SPACES: readonly (readonly [Space, string])[] = [
  ['memory', 'Memory'],
  ['port', 'Ports'],
  ['pci', 'PCI functions'],
];
/** So many ranges are shown at once. */
const FEW = 8;
const COLUMNS = [
  'Server',
  'State',
  'Owns ioreq_server pages',
  'Waits for it',
  'Ranges',
  'Shared pages',
  'Buffered ring',
];

interface Props {
  readonly domid: number;
  readonly servers: readonly Server[];
}

export function ServerTable({ domid, servers }: Props) {
  return (
    <table>
      <caption>
        In the order in which Xen asks them: the first that has all of an address gets it
      </caption>
      <ColumnHeads names={COLUMNS} />
      <tbody>
        {servers.map((server) => (
          <tr key={server.id}>
            <th scope="row">
              {server.id} <span class="soft">of d{server.emulator}</span>
              {server.default && ', the default'}
            </th>
            <td class={server.enabled ? 'good' : 'warn'}>
              {server.enabled ? 'enabled' : 'disabled'}
            </td>
            <td>{server.owns_ioreq_server_pages ? <strong>yes, all writes</strong> : 'no'}</td>
            <td>
              {server.pending.map((vcpu) => (
                <a
                  key={vcpu}
                  class="bad"
                  href={hrefTo({ view: 'timeline', domid, query: { vcpu: String(vcpu) } })}
                >
                  vcpu {vcpu}{' '}
                </a>
              ))}
            </td>
            <td>
              {SPACES.map(([space, label]) => (
                <Ranges key={space} {...{ domid, servers, server, space, label }} />
              ))}
            </td>
            <td>{pagesInWords(server)}</td>
            <td>{server.handle_bufioreq}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface RangesProps extends Props {
  readonly server: Server;
  readonly space: Space;
  readonly label: string;
}

function Ranges({ domid, servers, server, space, label }: RangesProps) {
  const ranges = server.ranges[space];
  if (ranges.length === 0) return null;
  return (
    <details open={ranges.length <= FEW}>
      <summary>
        {label} ({ranges.length})
      </summary>
      {ranges.map((range) => (
        <div key={range.start}>
          <a
            class="mono"
            href={hrefTo({
              view: 'servers',
              domid,
              query: { type: space, addr: addressInWords(space, range.start) },
            })}
          >
            {rangeInWords(space, range.start, range.end)}
          </a>
          {overlapsOf(servers, server, space, range).map(({ start, end, other, wins }) => (
            <div key={`${other} ${start}`} class={wins === server.id ? 'soft' : 'warn'}>
              ↳ {rangeInWords(space, start, end)} is server {other}’s too: server {wins} gets it
            </div>
          ))}
        </div>
      ))}
    </details>
  );
}

function pagesInWords({ pages, ioreq_gfn, bufioreq_gfn }: Server): string {
  if (pages === 'none') return 'none: it cannot take requests';
  if (pages === 'resource') return 'a resource';
  return `gfn ${ioreq_gfn}${bufioreq_gfn === undefined ? '' : `, ring ${bufioreq_gfn}`}`;
}
