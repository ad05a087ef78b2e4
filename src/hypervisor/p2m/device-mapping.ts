/**
 * Mappings that are not the domain's own RAM: device memory, and machine frames at their own
 * address.
 *
 * Reference: xen/arch/x86/mm/p2m.c, set_typed_p2m_entry(), set_mmio_p2m_entry(),
 * clear_mmio_p2m_entry(), p2m_add_identity_entry(), p2m_remove_identity_entry().
 */

import { XenError } from '../abi/errno.js';
import { hex, INVALID_MFN, type Order } from '../abi/frames.js';
import type { P2mAccess } from '../abi/p2m-access.js';
import { isSpecial, P2MT } from '../abi/p2m-type.js';
import type { P2m } from './p2m.js';

/** What a mapping came to: done, or to be tried again in pieces no larger than this order. */
export type Mapped = 'done' | { readonly retryWithOrder: number };

/** Map device memory. EPERM, and a crashed domain, over a different mapping of a special type. */
export function mapMmio(p2m: P2m, gfn: number, mfn: number, order: Order): Mapped {
  const { mmioReadonly } = p2m.memoryTypes;
  if (order > 0 && mmioReadonly.overlaps(mfn, mfn + 2 ** order - 1)) return { retryWithOrder: 0 };
  const old = p2m.query(gfn);
  if (old.order < order) return { retryWithOrder: old.order };
  if (isSpecial(old.type)) {
    if (old.mfn !== mfn || old.type !== P2MT.mmio_direct) {
      p2m.crashDomain(`gfn ${hex(gfn)}: a special mapping may not be replaced`);
      throw new XenError('EPERM', `gfn ${hex(gfn)} is mapped to ${hex(old.mfn)} already`);
    }
    if (old.access === p2m.defaultAccess) return 'done';
  }
  p2m.set(gfn, mfn, order, P2MT.mmio_direct, p2m.defaultAccess);
  if (old.type === P2MT.populate_on_demand) p2m.pod.entryCount -= 2 ** order;
  return 'done';
}

/** Take device memory away, whichever it is; EINVAL where there is none. */
export function unmapMmio(p2m: P2m, gfn: number, order: Order): Mapped {
  const { type, order: there } = p2m.query(gfn);
  if (there < order) return { retryWithOrder: there };
  if (type !== P2MT.mmio_direct) throw new XenError('EINVAL', `gfn ${hex(gfn)} is no device's`);
  p2m.set(gfn, INVALID_MFN, order, P2MT.invalid, p2m.defaultAccess);
  return 'done';
}

/** Map machine frame n at gfn n; EBUSY when something else is there. */
export function addIdentityMapping(p2m: P2m, gfn: number, access: P2mAccess): void {
  const entry = p2m.query(gfn);
  if (entry.type === P2MT.mmio_dm) p2m.setPage(gfn, gfn, P2MT.mmio_direct, access);
  else if (entry.mfn !== gfn || entry.type !== P2MT.mmio_direct || entry.access !== access)
    throw new XenError('EBUSY', `gfn ${hex(gfn)} is mapped to ${hex(entry.mfn)} already`);
}

/** Take such a mapping away; anything else that is there is left alone. */
export function removeIdentityMapping(p2m: P2m, gfn: number): void {
  const { type, mfn } = p2m.query(gfn);
  if (type === P2MT.mmio_direct && mfn === gfn)
    p2m.setPage(gfn, INVALID_MFN, P2MT.invalid, p2m.defaultAccess);
}
