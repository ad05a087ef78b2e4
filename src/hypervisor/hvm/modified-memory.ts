/**
 * HVMOP, DMOP modified_memory: a device model has written guest memory itself, and says so to
 * whoever watches which pages are dirty.
 *
 * Reference: xen/arch/x86/hvm/dm.c, modified_memory(); xen/arch/x86/hvm/hvm.c of 4.8,
 * hvmop_modified_memory(). Nothing is looked at while nobody watches.
 */

import { XenError } from '../abi/errno.js';
import { hex } from '../abi/frames.js';
import { isAnyRam } from '../abi/p2m-type.js';
import type { Domain } from '../domain.js';
import type { P2m } from '../p2m/p2m.js';
import { Restart, type Task } from '../schedule/task.js';

export interface ModifiedExtent {
  readonly firstGfn: number;
  readonly nr: number;
  /** Reserved; 0. */
  readonly pad?: number;
}

export interface ModifiedMemory {
  /** As far as the caller's buffer holds them. */
  readonly extents: readonly ModifiedExtent[];
  /** How many of them are left to be done; they are done from the last to the first. */
  readonly nrExtents: number;
  /** How many pages of the last are done. */
  readonly opaque: number;
}

type Rest = Pick<ModifiedMemory, 'nrExtents' | 'opaque'>;

/** Pages between two looks at whether somebody else should have the CPU. */
const BATCH = 256;

/** EINVAL at the first bad extent; what was marked before it stays marked. */
export function* modifiedMemory(
  { p2m, profile }: Domain,
  { extents, nrExtents, opaque }: ModifiedMemory,
): Task<Restart<Rest> | undefined> {
  if (!p2m.logDirty.enabled) return undefined;
  if (nrExtents > extents.length)
    throw new XenError('EINVAL', `the buffer has ${extents.length} extents, not ${nrExtents}`);

  let budget = BATCH;
  for (let left = nrExtents, done = opaque; left > 0;) {
    if (profile.knobs.modified_memory_copy_fails)
      throw new XenError('EFAULT', 'Xen 4.9 takes a copy that succeeds for one that fails');
    const extent = extents[left - 1]!;
    checkExtent(p2m, extent, done);
    const nr = Math.min(extent.nr - done, budget);
    markDirty(p2m, extent.firstGfn + done, nr);
    budget -= nr;
    done += nr;
    if (done === extent.nr) {
      left--;
      done = 0;
    }
    if (budget > 0 || left === 0) continue;
    if (yield 'preempt_check') return new Restart({ nrExtents: left, opaque: done });
    budget = BATCH;
  }
  return undefined;
}

/** One range, as HVMOP takes it: EINVAL unless it ends at or below the highest gfn. */
export function* modifiedRange(
  { p2m }: Domain,
  { firstGfn, nr }: ModifiedExtent,
): Task<Restart<ModifiedExtent> | undefined> {
  if (nr <= 0 || firstGfn + nr - 1 > p2m.maxMappedGfn)
    throw new XenError(
      'EINVAL',
      `${nr} pages from gfn ${hex(firstGfn)} leave 0x0..${hex(p2m.maxMappedGfn)}`,
    );
  if (!p2m.logDirty.enabled) return undefined;
  for (let done = 0; done < nr;) {
    const batch = Math.min(BATCH, nr - done);
    markDirty(p2m, firstGfn + done, batch);
    done += batch;
    if (done < nr && (yield 'preempt_check'))
      return new Restart({ firstGfn: firstGfn + done, nr: nr - done });
  }
  return undefined;
}

/** Its end is held against the highest gfn itself, so that the last page alone can never be named. */
function checkExtent(
  { maxMappedGfn }: P2m,
  { firstGfn, nr, pad = 0 }: ModifiedExtent,
  done: number,
): void {
  if (pad !== 0) throw new XenError('EINVAL', `pad is ${pad}, not 0`);
  if (nr === 0 || firstGfn + nr > maxMappedGfn)
    throw new XenError(
      'EINVAL',
      `${nr} pages from gfn ${hex(firstGfn)} are none, or do not end below ${hex(maxMappedGfn)}`,
    );
  if (done >= nr) throw new XenError('EINVAL', `${done} of ${nr} pages are done already`);
}

/** A page that is not there is passed over. */
function markDirty(p2m: P2m, first: number, nr: number): void {
  for (let gfn = first; gfn < first + nr; gfn++)
    if (isAnyRam(p2m.typeOf(gfn))) p2m.logDirty.mark(gfn);
}
