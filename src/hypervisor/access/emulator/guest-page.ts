/**
 * Guest pages as Xen's own hands reach them: by type, whatever the EPT would let the guest do.
 *
 * Reference: xen/arch/x86/hvm/hvm.c, hvm_translate_get_page(); xen/arch/x86/mm/p2m.c,
 * p2m_get_page_from_gfn().
 */

import { INVALID_MFN, PAGE_SIZE } from '../../abi/frames.js';
import { isGrant, isPaging, isRam, P2MT } from '../../abi/p2m-type.js';
import type { Domain } from '../../domain.js';
import { isInternalMmio } from '../internal-devices/internal-devices.js';
import { RETRY, retry, UNHANDLEABLE, type Failure } from './emulation.js';

export interface GuestPage {
  readonly gfn: number;
  readonly mfn: number;
  readonly type: number;
}

/** The page at a guest-physical address; `undefined`: no RAM is there. */
export function guestPage(domain: Domain, gpa: number): GuestPage | Failure | undefined {
  const gfn = Math.floor(gpa / PAGE_SIZE);
  if (isInternalMmio(domain, gfn * PAGE_SIZE)) return undefined;
  const { type, mfn } = domain.p2m.query(gfn);
  if (!hasFrame(domain, type) || mfn === INVALID_MFN) return undefined;
  if (isPaging(type) || type === P2MT.ram_shared) return retry(RETRY.p2mChanged);
  if (isGrant(type)) return UNHANDLEABLE;
  return { gfn, mfn, type };
}

/** Up to 4.8 an ioreq_server page is none that Xen would touch. */
function hasFrame({ profile }: Domain, type: number): boolean {
  if (type === P2MT.ioreq_server) return profile.knobs.ioreq_server_is_ram;
  return isRam(type) || isGrant(type) || type === P2MT.map_foreign;
}
