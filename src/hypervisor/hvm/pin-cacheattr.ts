/** DMOP pin_memory_cacheattr: a device model fixes the memory type of a range of gfns. Reference: xen/arch/x86/hvm/mtrr.c, hvm_set_mem_pinned_cacheattr(). */

import { XenError } from '../abi/errno.js';
import type { Domain } from '../domain.js';
import { EMT } from '../ept/ept-entry.js';
import { UC_MINUS } from '../ept/pinned-cacheattr.js';
import { memoryTypeChanged } from '../p2m/type-change.js';

/** Address bits of a processor: gfns are not bound to what is mapped. */
const ADDRESS_BITS = 40;

/** Types for which Xen has to flush caches. */
const UNCACHED: readonly number[] = [EMT.UC, EMT.WC, UC_MINUS];

/** `last` is the last gfn of the range; type `DELETE_PIN` lets go of exactly that range. */
export function pinCacheattr(
  { p2m, profile }: Domain,
  first: number,
  last: number,
  type: number,
): void {
  const { pinned, cacheFlushPermitted } = p2m.memoryTypes;
  const isRange = first <= last && last < 2 ** ADDRESS_BITS;
  if (
    isRange &&
    profile.knobs.pin_uncached_needs_iommu &&
    UNCACHED.includes(type) &&
    !cacheFlushPermitted
  )
    throw new XenError('EPERM', `memory type ${type} is for domains that have devices`);
  pinned.set(first, last, type, ADDRESS_BITS, () => {
    memoryTypeChanged(p2m);
  });
}
