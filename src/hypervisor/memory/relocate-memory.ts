/**
 * DMOP relocate_memory, and XENMEM_add_to_physmap of a range: pages move to other gfns, one after
 * the other, as `add-to-physmap.ts` has it.
 *
 * Reference: xen/common/memory.c, xenmem_add_to_physmap(); xen/arch/x86/hvm/dm.c. Ranges that
 * overlap upwards are moved from their end since 4.22, and before lose what they overlap. The number
 * of pages is an unsigned short there: what is above it is left, and the caller's struct says so.
 */

import { XenError } from '../abi/errno.js';
import { hex } from '../abi/frames.js';
import type { Domain } from '../domain.js';
import { Restart, type Task } from '../schedule/task.js';
import { addToPhysmap, MAPSPACE } from './add-to-physmap.js';

export interface RelocateMemory {
  readonly source: number;
  readonly target: number;
  /** How many pages. */
  readonly nr: number;
}

const END_OF_GFNS = 2 ** 64;
const SIZE_LIMIT = 2 ** 16;

/**
 * The first page that refuses ends it; what has moved stays moved. EOVERFLOW for a range that wraps.
 * It returns what the caller's struct says at the end, where that has changed.
 */
export function* relocateMemory(
  domain: Domain,
  request: RelocateMemory,
): Task<Restart<RelocateMemory> | RelocateMemory | undefined> {
  const { source, target } = request;
  const nr = request.nr % SIZE_LIMIT;
  if (source + nr > END_OF_GFNS || target + nr > END_OF_GFNS)
    throw new XenError('EOVERFLOW', `${nr} pages from gfn ${hex(source)} to ${hex(target)} wrap`);
  const overlapsUpwards = target > source && target < source + nr;
  const fromEnd = overlapsUpwards && domain.profile.knobs.physmap_moves_overlaps;
  for (let done = 0; done < nr;) {
    const page = fromEnd ? nr - 1 - done : done;
    addToPhysmap(domain, { space: MAPSPACE.gmfn, idx: source + page, gpfn: target + page });
    done++;
    if (done === nr || !(yield 'preempt_check')) continue;
    const moved = fromEnd ? 0 : done;
    return new Restart({ source: source + moved, target: target + moved, nr: request.nr - done });
  }
  if (nr === 0 || nr === request.nr) return undefined;
  const moved = domain.profile.knobs.physmap_moves_overlaps ? (fromEnd ? nr - 1 : 2 * nr) : nr;
  return { source: source + moved, target: target + moved, nr: request.nr - nr };
}
