/** What several servers have in their ranges, and which of them is asked first. */

import type { Answer } from '../../answer.js';
import type { Space } from '../../parts/both-ways.js';

export type Server = Answer<'listIoreqServers'>['ioreq_servers'][number];

export interface Overlap {
  readonly start: string;
  readonly end: string;
  readonly other: number;
  /** The one of the two that gets accesses there. */
  readonly wins: number;
}

const isWithin = (a: bigint, b: bigint, start: bigint, end: bigint) => a <= end && start <= b;

/** Of one range of a server with those of others; `servers` is in the order in which Xen asks them. */
export function overlapsOf(
  servers: readonly Server[],
  of: Server,
  space: Space,
  range: { readonly start: string; readonly end: string },
): Overlap[] {
  const [first, last] = [BigInt(range.start), BigInt(range.end)];
  return servers
    .filter(({ id }) => id !== of.id)
    .flatMap((other) =>
      other.ranges[space]
        .filter(({ start, end }) => isWithin(first, last, BigInt(start), BigInt(end)))
        .map(({ start, end }) => ({
          start: BigInt(start) > first ? start : range.start,
          end: BigInt(end) < last ? end : range.end,
          other: other.id,
          wins: winner(servers, of, other).id,
        })),
    );
}

/** The first that is enabled. */
function winner(servers: readonly Server[], one: Server, other: Server): Server {
  const both = servers.filter((server) => server === one || server === other);
  return both.find(({ enabled }) => enabled) ?? both[0] ?? one;
}
