/** A domain's ioreq servers, in the order in which Xen asks them. */

import { hrefTo } from '../../navigation.js';
import { addressInWords, rangeInWords, type Space } from './address.js';
import { overlapsOf, type Server } from './overlaps.js';

const SPACES: readonly (readonly [Space, string])[] = [
  ['memory', 'memory'],
  ['port', 'ports'],
  ['pci', 'PCI'],
];
const RINGS: Readonly<Record<string, string>> = {
  off: 'none',
  legacy: 'one, its pointers read one by one',
  atomic: 'one, its pointers read at once',
};
/** As many ranges are listed; the others when asked for. */
const LISTED = 8;

interface Props {
  readonly domid: number;
  readonly servers: readonly Server[];
}

export function ServerTable({ domid, servers }: Props) {
  return (
    <table class="servers-table">
      <caption>
        In the order in which Xen asks them: the first that has all of an address gets it
      </caption>
      <thead>
        <tr>
          <th scope="col">Server</th>
          <th scope="col">State</th>
          <th scope="col">Writes to ioreq_server pages</th>
          <th scope="col">Requests not answered</th>
          <th scope="col">Ranges</th>
          <th scope="col">Shared pages</th>
          <th scope="col">Buffered ring</th>
        </tr>
      </thead>
      <tbody>
        {servers.map((server) => (
          <tr key={server.id}>
            <th scope="row">
              {server.id} <span class="soft">of domain {server.emulator}</span>
              {server.default && <span class="soft">, default</span>}
            </th>
            <td class={server.enabled ? 'good' : 'warn'}>
              {server.enabled ? 'enabled' : 'disabled'}
            </td>
            <td>
              {server.owns_ioreq_server_pages ? <strong>claimed: they go to it</strong> : 'no'}
            </td>
            <td>
              {server.pending.length === 0 && 'none'}
              {server.pending.map((vcpu) => (
                <a
                  key={vcpu}
                  class="bad"
                  href={hrefTo({ view: 'timeline', domid, query: { vcpu: String(vcpu) } })}
                >
                  vcpu {vcpu} waits{' '}
                </a>
              ))}
            </td>
            <td>
              {SPACES.map(([space, label]) => (
                <Ranges
                  key={space}
                  domid={domid}
                  servers={servers}
                  server={server}
                  space={space}
                  label={label}
                />
              ))}
              {SPACES.every(([space]) => server.ranges[space].length === 0) && 'none'}
            </td>
            <td>{pagesInWords(server)}</td>
            <td>{RINGS[server.handle_bufioreq]}</td>
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
  const rows = ranges.map((range) => (
    <li key={range.start}>
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
        <span
          key={`${other} ${start}`}
          class={wins === server.id ? 'servers-overlap soft' : 'servers-overlap warn'}
        >
          ↳ {start === range.start && end === range.end ? 'all' : rangeInWords(space, start, end)}{' '}
          also in server {other}’s: {wins === server.id ? 'this server' : `server ${wins}`} gets it
        </span>
      ))}
    </li>
  ));
  return (
    <>
      <span class="soft">{label}</span>
      <ul class="servers-ranges">{rows.slice(0, LISTED)}</ul>
      {rows.length > LISTED && (
        <details>
          <summary>{rows.length - LISTED} more</summary>
          <ul class="servers-ranges">{rows.slice(LISTED)}</ul>
        </details>
      )}
    </>
  );
}

function pagesInWords({ pages, ioreq_gfn, bufioreq_gfn }: Server): string {
  if (pages === 'none') return 'none yet: nobody can take its requests';
  if (pages === 'resource') return 'acquired as a resource';
  return [`gfn ${ioreq_gfn}`, bufioreq_gfn !== undefined && `ring ${bufioreq_gfn}`]
    .filter(Boolean)
    .join(', ');
}
