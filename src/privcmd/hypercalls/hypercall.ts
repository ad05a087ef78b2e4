/**
 * Hypercalls by number, as privcmd passes them on: five words, and what they point at.
 *
 * Source: xen/include/public/xen.h, __HYPERVISOR_*. Of hypercalls that there are in Xen and not here the answer is that
 * of a Xen that was built without them, ENOSYS.
 */

import { ERRNO, XenError } from '../../hypervisor/index.js';
import type { CallerMemory } from '../caller-memory.js';
import type { CallBy, Hypercall, Prepared } from './call.js';
import { domctl } from './domctl.js';
import { eventChannelOp } from './event-channel-op.js';
import { hvmOp } from './hvm-op.js';
import { memoryOp } from './memory-op.js';
import { multicall } from './multicall.js';
import { sysctl } from './sysctl.js';
import { xenVersion } from './xen-version.js';

const HYPERCALLS: Readonly<Record<number, Hypercall>> = {
  12: memoryOp,
  13: (by, args, memory) => multicall(by, args, memory, prepare),
  17: xenVersion,
  32: eventChannelOp,
  34: hvmOp,
  35: sysctl,
  36: domctl,
};

/** `Wanted` comes through: there is memory that it needs first. What Xen refuses becomes what it returns. */
export function prepare(
  by: CallBy,
  number: number,
  args: readonly bigint[],
  memory: CallerMemory,
): Prepared {
  const call = HYPERCALLS[number];
  if (call === undefined) return () => -ERRNO.ENOSYS;
  try {
    const prepared = call(by, args, memory);
    return async () => {
      try {
        return await prepared();
      } catch (error) {
        return refused(error);
      }
    };
  } catch (error) {
    const rc = refused(error);
    return () => rc;
  }
}

function refused(error: unknown): number {
  if (error instanceof XenError) return error.rc;
  throw error;
}
