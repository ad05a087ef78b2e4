/**
 * What XENMEM_populate_physmap, increase_reservation and decrease_reservation have in common, and
 * what a domain has and may have.
 *
 * Reference: xen/common/memory.c, construct_memop_from_reservation(), max_order(),
 * increase_reservation(); xen/include/public/memory.h.
 */

import { PAGE_SHIFT } from '../abi/frames.js';
import type { Domain } from '../domain.js';
import { Restart, type Task } from '../schedule/task.js';

/** XENMEMF_*; the low byte is how many address bits the frames may have. */
export const MEM_FLAGS = {
  populate_on_demand: 1 << 16,
  exact_node_request: 1 << 17,
  vnode: 1 << 18,
} as const;

const ADDRESS_BITS = 0xff;

/** As large as extents may be that are only marked, those of dom0, and everybody else's. */
const MAX_EXTENT_ORDER = { marked: 18, dom0: 18, domain: 9 } as const;

/** Whether Xen takes extents of this size from the caller. */
export function isOrderAllowed(order: number, caller: number, memFlags = 0): boolean {
  const isMarked = (memFlags & MEM_FLAGS.populate_on_demand) !== 0;
  const who = isMarked ? 'marked' : caller === 0 ? 'dom0' : 'domain';
  return order <= MAX_EXTENT_ORDER[who];
}

/** Frames must be below this one; 0: the flags ask for less than a page. */
export function frameLimitOf(memFlags: number): number {
  const bits = memFlags & ADDRESS_BITS;
  if (bits === 0) return Infinity;
  return bits <= PAGE_SHIFT ? 0 : 2 ** (bits - PAGE_SHIFT);
}

/** Xen may give way after each extent; so does a call until it has done so many, and the rest goes by runs of frames. */
const ONE_BY_ONE = 4096;

export interface IncreaseReservation {
  readonly nrExtents: number;
  readonly order: number;
  readonly memFlags: number;
  readonly done: number;
}

/** A domain gets frames that it sees nowhere: how many extents are done, or where to go on. */
export function* increaseReservation(
  { memory }: Domain,
  { nrExtents, order, memFlags, done: first }: IncreaseReservation,
): Task<number | Restart<{ done: number }>> {
  const limit = frameLimitOf(memFlags);
  for (let done = first; done < nrExtents;) {
    if (done > first && (yield 'preempt_check')) return new Restart({ done });
    const most = done < ONE_BY_ONE ? 1 : nrExtents - done;
    const got = memory.tryAllocateExtents(order, most, limit);
    if (got === 0) return done;
    done += got;
  }
  return nrExtents;
}
