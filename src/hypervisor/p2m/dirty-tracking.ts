/**
 * Turning log-dirty mode on and off for a domain whose memory hardware pages.
 *
 * Reference: xen/arch/x86/mm/hap/hap.c, hap_enable_log_dirty(), hap_disable_log_dirty(),
 * hap_clean_dirty_bitmap().
 */

import { XenError } from '../abi/errno.js';
import { P2MT } from '../abi/p2m-type.js';
import type { P2m } from './p2m.js';
import { changeEntryTypeGlobal } from './type-change.js';

/** EBUSY for all of memory while an ioreq server's pages are outstanding. */
export function enableLogDirty(p2m: P2m, global: boolean): void {
  if (global) refuseWhileClaimed(p2m);
  startLogDirty(p2m, global);
}

export function refuseWhileClaimed({ entryCount }: P2m): void {
  if (entryCount !== 0)
    throw new XenError('EBUSY', `${entryCount} ioreq_server pages are outstanding`);
}

/** Without a look at what is outstanding. */
export function startLogDirty(p2m: P2m, global: boolean): void {
  p2m.logDirty.enabled = true;
  if (global) changeEntryTypeGlobal(p2m, P2MT.ram_rw, P2MT.ram_logdirty);
}

export function disableLogDirty(p2m: P2m): void {
  p2m.logDirty.enabled = false;
  changeEntryTypeGlobal(p2m, P2MT.ram_logdirty, P2MT.ram_rw);
}

/** Write-protect everything anew, so that further writes are seen. */
export function cleanDirtyBitmap(p2m: P2m): void {
  changeEntryTypeGlobal(p2m, P2MT.ram_rw, P2MT.ram_logdirty);
}

/**
 * A guest write to a page: it is dirty, and write-protected no longer if it was so for log-dirty.
 * Where a superpage cannot be split for that, the page stays as it is and will fault again.
 *
 * Source: xen/arch/x86/hvm/hvm.c, hvm_hap_nested_page_fault().
 */
export function noteFirstWrite(p2m: P2m, gfn: number): void {
  p2m.locked(() => {
    p2m.logDirty.mark(gfn);
    const { type, mfn } = p2m.query(gfn);
    if (type === P2MT.ram_logdirty) p2m.trySetPage(gfn, mfn, P2MT.ram_rw, p2m.defaultAccess);
  });
}
