/**
 * Taking pages out of a domain's map, one at a time.
 *
 * Reference: xen/common/memory.c, guest_remove_page() and XENMEM_remove_from_physmap;
 * xen/arch/x86/mm/p2m.c, p2m_remove_page(). A page that a device model has been given as mmio_dm
 * is none that could be removed, whether or not a frame is behind it.
 */

import { XenError } from '../abi/errno.js';
import { hex, INVALID_MFN } from '../abi/frames.js';
import { isAnyRam, P2MT } from '../abi/p2m-type.js';
import type { Domain } from '../domain.js';

/** Take a page out of the map and give its frame back: ENOENT where there is none, EPERM for a device's, EINVAL. */
export function freePage(domain: Domain, gfn: number): void {
  const { memory } = domain;
  const { p2m, shared } = memory;
  const { type, mfn } = p2m.query(gfn);
  if (type === P2MT.invalid || type === P2MT.mmio_dm)
    throw new XenError('ENOENT', `gfn ${hex(gfn)} is a hole`);
  if (type === P2MT.mmio_direct) throw new XenError('EPERM', `gfn ${hex(gfn)} is a device's`);
  if (mfn === INVALID_MFN) throw new XenError('EINVAL', `gfn ${hex(gfn)} has no frame`);
  const isOwn = memory.owns(mfn);
  if (!isOwn && !shared.has(mfn))
    throw new XenError('ENXIO', `the frame at gfn ${hex(gfn)} is not the domain's`);
  unhookPage(domain, gfn);
  if (isOwn) memory.free(mfn, 1);
}

/** Take a page out of the map; the frame stays the domain's. ENOENT where there is no memory. */
export function removeFromPhysmap(domain: Domain, gfn: number): void {
  const { type, mfn } = domain.p2m.populated(gfn);
  if (!isAnyRam(type) || mfn === INVALID_MFN)
    throw new XenError('ENOENT', `gfn ${hex(gfn)} is no memory`);
  unhookPage(domain, gfn);
}

/** A hole from now on, and device models are to forget what they have mapped of the guest. */
export function unhookPage(domain: Domain, gfn: number): void {
  const { p2m } = domain;
  domain.pagesLeft();
  p2m.setPage(gfn, INVALID_MFN, P2MT.invalid, p2m.defaultAccess);
}
