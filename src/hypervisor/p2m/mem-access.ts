/**
 * A monitor's restrictions of what the guest may do to a page.
 *
 * Reference: xen/arch/x86/mm/mem_access.c, p2m_set_mem_access(), p2m_get_mem_access().
 */

import { XenError } from '../abi/errno.js';
import { hex, INVALID_MFN } from '../abi/frames.js';
import { P2MA, type P2mAccess } from '../abi/p2m-access.js';
import type { P2m } from './p2m.js';

/** Restrict `nr` pages from `gfn` on, one at a time; superpages are split, memory is populated. */
export function setMemAccess(p2m: P2m, gfn: number, nr: number, access: P2mAccess): void {
  p2m.locked(() => {
    for (let page = gfn; page < gfn + nr; page++) {
      const { mfn, type } = p2m.acquire(page);
      p2m.setPage(page, mfn, type, access);
    }
  });
}

/** ESRCH where nothing is mapped. */
export function memAccessOf(p2m: P2m, gfn: number): P2mAccess {
  const { mfn, access } = p2m.query(gfn);
  if (mfn === INVALID_MFN) throw new XenError('ESRCH', `gfn ${hex(gfn)} is not mapped`);
  return access;
}

/**
 * Lift what forbade an access, when no monitor wants to hear of it: rx2rw becomes rw, all others
 * rwx. n2rwx does that by itself first, and is then written again with the rest.
 *
 * Source: xen/arch/x86/mm/mem_access.c, p2m_mem_access_check().
 */
export function liftRestriction(p2m: P2m, gfn: number): void {
  p2m.locked(() => {
    const { mfn, type, access } = p2m.query(gfn);
    if (access === P2MA.n2rwx) p2m.setPage(gfn, mfn, type, P2MA.rwx);
    p2m.setPage(gfn, mfn, type, accessOnceLifted(access));
  });
}

export const accessOnceLifted = (access: P2mAccess): P2mAccess =>
  access === P2MA.rx2rw ? P2MA.rw : P2MA.rwx;
