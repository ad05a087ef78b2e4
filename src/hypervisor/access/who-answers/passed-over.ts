/** Servers that have an address in their ranges and are not the ones that get an access to it. */

import type { IoreqServer, IoRangeType } from '../../ioreq/ioreq-server.js';

export const PASSED_OVER_BECAUSE = ['disabled', 'part', 'asked_later', 'not_asked'] as const;

export interface PassedOver {
  readonly server: IoreqServer;
  /** `part`: it has not all bytes of the access; `not_asked`: ranges do not count for this access. */
  readonly because: (typeof PASSED_OVER_BECAUSE)[number];
}

/** All but `chosen` that have any byte of it, in the order in which they are asked. */
export function passedOver(
  inOrder: readonly IoreqServer[],
  where: { readonly space: IoRangeType; readonly first: number; readonly last: number },
  chosen: IoreqServer | undefined,
  rangesCount: boolean,
): PassedOver[] {
  const [first, last] = [BigInt(where.first), BigInt(where.last)];
  const ranges = (server: IoreqServer) => server.ranges(where.space);
  return inOrder
    .filter((server) => server !== chosen && ranges(server).overlaps(first, last))
    .map((server) => {
      if (!rangesCount) return { server, because: 'not_asked' };
      if (!server.enabled) return { server, because: 'disabled' };
      return { server, because: ranges(server).contains(first, last) ? 'asked_later' : 'part' };
    });
}
