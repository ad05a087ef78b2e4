/** XENMEM_add_to_physmap_batch: many frames, each with a return code of its own. Reference: xen/common/memory.c, xenmem_add_to_physmap_batch(). */

import { XenError } from '../abi/errno.js';
import { isInvalidGfn } from '../abi/frames.js';
import type { Domain } from '../domain.js';
import type { Host } from '../host.js';
import { Restart, type Task } from '../schedule/task.js';
import { addToPhysmap, checkForeign, MAPSPACE } from './add-to-physmap.js';

export interface AddToPhysmapBatch {
  readonly space: number;
  /** Of gmfn_foreign: whose pages they are. */
  readonly foreign: number;
  readonly idxs: readonly number[];
  readonly gpfns: readonly number[];
  /** What has become of those that an earlier part of the call has done. */
  readonly errs: readonly number[];
}

/** A return code for each frame. EINVAL at a gfn that is none at all, EFAULT where there is none for a frame. */
export function* addToPhysmapBatch(
  host: Host,
  domain: Domain,
  caller: number,
  { space, foreign, idxs, gpfns, errs: done }: AddToPhysmapBatch,
): Task<readonly number[] | Restart<{ errs: readonly number[] }>> {
  const errs = [...done];
  for (const [at, idx] of idxs.entries()) {
    if (at < done.length) continue;
    const gpfn = gpfns[at];
    if (gpfn === undefined) throw new XenError('EFAULT', `there is no gfn ${at}`);
    if (isInvalidGfn(gpfn)) throw new XenError('EINVAL', `gfn ${at} is no gfn at all`);
    const rc = rcOf(() => {
      if (space === MAPSPACE.gmfn_foreign) checkForeign(host, domain, foreign, caller);
      addToPhysmap(domain, { space, idx, gpfn });
    });
    errs.push(rc);
    if (errs.length < idxs.length && (yield 'preempt_check')) return new Restart({ errs });
  }
  return errs;
}

function rcOf(attempt: () => void): number {
  try {
    attempt();
    return 0;
  } catch (error) {
    if (error instanceof XenError) return error.rc;
    throw error;
  }
}
