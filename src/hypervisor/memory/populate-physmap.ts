/**
 * XENMEM_populate_physmap: a domain gets RAM at gfns of the caller's choice, at once or on demand.
 *
 * Reference: xen/common/memory.c, populate_physmap(); xen/arch/x86/mm/p2m.c, p2m_add_page(). It
 * returns how many extents were done and never an errno. What was at the gfns is replaced, whatever
 * it was, and its frames stay the domain's; so does a frame that could not be mapped.
 */

import { XenError } from '../abi/errno.js';
import { GFN_LIMIT } from '../abi/frames.js';
import { isSpecial, P2MT } from '../abi/p2m-type.js';
import type { Domain } from '../domain.js';
import { Restart, type Task } from '../schedule/task.js';
import { frameLimitOf, MEM_FLAGS } from './reservation.js';

export interface PopulatePhysmap {
  /** First gfn of each extent. */
  readonly extents: readonly number[];
  /** log2 of the pages of an extent. */
  readonly order: number;
  /** XENMEMF_*. */
  readonly memFlags: number;
  /** Extents that an earlier part of the call has done. */
  readonly done: number;
}

/** How many extents are done, or where to go on. */
export function* populatePhysmap(
  domain: Domain,
  { extents, order, memFlags, done: first }: PopulatePhysmap,
): Task<number | Restart<{ done: number }>> {
  const limit = frameLimitOf(memFlags);
  const isOnDemand = (memFlags & MEM_FLAGS.populate_on_demand) !== 0;
  for (let done = first; done < extents.length; done++) {
    if (done > first && (yield 'preempt_check')) return new Restart({ done });
    const gfn = extents[done]!;
    const isDone = isOnDemand ? mark(domain, gfn, order) : map(domain, gfn, order, limit);
    if (!isDone) return done;
  }
  return extents.length;
}

/** Whether tables reach so far: of what is beyond, the map would take no notice. */
const isReachable = (gfn: number, order: number): boolean => gfn + 2 ** order <= GFN_LIMIT;

function mark(domain: Domain, gfn: number, order: number): boolean {
  if (!isReachable(gfn, order)) return false;
  try {
    domain.p2m.pod.mark(gfn, order);
  } catch (error) {
    if (error instanceof XenError) return false;
    throw error;
  }
  domain.pagesLeft();
  return true;
}

function map(domain: Domain, gfn: number, order: number, limit: number): boolean {
  const { memory } = domain;
  const { p2m } = memory;
  const mfn = memory.tryAllocate(order, limit);
  if (mfn === undefined || !isReachable(gfn, order)) return false;
  const marked = markedIn(domain, gfn, order);
  if (marked === undefined) return false;
  const rc = p2m.trySet(gfn, mfn, order, P2MT.ram_rw, p2m.defaultAccess);
  const stillMarked = rc === 0 ? 0 : (markedIn(domain, gfn, order) ?? 0);
  p2m.pod.entryCount -= marked - stillMarked;
  return rc === 0;
}

/** Pages that were to be populated on demand; undefined, and a crashed domain, where others have lent memory. */
function markedIn(domain: Domain, first: number, order: number): number | undefined {
  const { p2m } = domain;
  let marked = 0;
  for (let gfn = first; gfn < first + 2 ** order;) {
    const entry = p2m.query(gfn);
    const next = Math.min(nextMapping(gfn, entry.order), first + 2 ** order);
    if (isSpecial(entry.type)) {
      domain.crash(`gfn ${gfn.toString(16)} may not be populated: others have lent it`);
      return undefined;
    }
    if (entry.type === P2MT.populate_on_demand) marked += next - gfn;
    gfn = next;
  }
  return marked;
}

const nextMapping = (gfn: number, order: number): number => gfn - (gfn % 2 ** order) + 2 ** order;
