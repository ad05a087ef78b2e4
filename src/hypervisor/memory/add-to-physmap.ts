/**
 * XENMEM_add_to_physmap: a frame that the domain has already, or that Xen shares with it, is put at
 * a gfn, and is nowhere else from then on. What was there is freed, or unhooked if it is Xen's.
 *
 * Reference: xen/arch/x86/mm/p2m.c, xenmem_add_to_physmap_one(); xen/common/memory.c,
 * xatp_permission_check(). The frame comes out as ram_rw, whatever it was; since 4.22 only ordinary
 * RAM may move. As recorded, on nested page tables, a page of type mmio_dm counts as a hole.
 */

import { XenError } from '../abi/errno.js';
import { GFN_LIMIT, hex, INVALID_MFN } from '../abi/frames.js';
import { isSpecial, P2MT, p2mTypeName } from '../abi/p2m-type.js';
import type { Domain } from '../domain.js';
import type { Host } from '../host.js';
import { tellSharedInfo } from '../irq/upcall.js';
import type { P2mEntry } from '../p2m/p2m.js';
import { freePage, unhookPage } from './remove-page.js';

/** XENMAPSPACE_*: what an index is an index of. */
export const MAPSPACE = {
  shared_info: 0,
  grant_table: 1,
  gmfn: 2,
  gmfn_range: 3,
  gmfn_foreign: 4,
  dev_mmio: 5,
} as const;

const DOM0 = 0;

export interface AddToPhysmap {
  readonly space: number;
  readonly idx: number;
  readonly gpfn: number;
}

/**
 * Who may map a page of another domain: nobody but dom0, and since 4.18 a device model one of its
 * target's. `caller` may not mean itself. EPERM, ESRCH, EINVAL.
 * Source: xen/arch/x86/mm/p2m.c, p2m_add_foreign().
 */
export function checkForeign(host: Host, domain: Domain, foreign: number, caller: number): void {
  const { foreign_pages } = domain.profile.knobs;
  if (foreign_pages !== 'maps')
    throw new XenError(foreign_pages, `domain ${domain.domid} may have no pages of others`);
  if (foreign !== DOM0) host.domain(foreign);
  if (foreign === caller) throw new XenError('EPERM', `domain ${foreign} is the caller itself`);
  if (foreign === domain.domid)
    throw new XenError('EINVAL', `domain ${foreign} is not foreign to itself`);
  if (domain.target !== foreign)
    throw new XenError('EPERM', `domain ${domain.domid} is not the device model of ${foreign}`);
}

/** Who may put what: EACCES. */
export function checkMapspace({ domid, type }: Domain, space: number): void {
  if (type === 'pv') throw new XenError('EACCES', `domain ${domid} is PV`);
  if (space === MAPSPACE.dev_mmio)
    throw new XenError('EACCES', 'device memory is for dom0 to map into itself');
}

/** One frame: EINVAL where there is none, EACCES for one that may not move, EPERM over a device's. */
export function addToPhysmap(domain: Domain, { space, idx, gpfn }: AddToPhysmap): void {
  const mfn = frameOf(domain, space, idx);
  const { p2m, shared } = domain.memory;
  const from = space === MAPSPACE.gmfn ? idx : gfnOfShared(domain, mfn);
  if (gpfn >= GFN_LIMIT) throw new XenError('ENOENT', `gfn ${hex(gpfn)} is beyond all tables`);
  makeRoom(domain, gpfn, mfn);
  if (from !== undefined && from !== gpfn) unhookPage(domain, from);
  p2m.setPage(gpfn, mfn, P2MT.ram_rw, p2m.defaultAccess);
  if (shared.has(mfn)) shared.put(mfn, gpfn);
}

function frameOf(domain: Domain, space: number, idx: number): number {
  const { shared } = domain.memory;
  switch (space) {
    case MAPSPACE.shared_info:
      if (idx === 0) return sharedInfoOf(domain);
      break;
    case MAPSPACE.grant_table:
      return shared.grantFrame(idx);
    case MAPSPACE.gmfn:
      return ownFrameAt(domain, idx);
  }
  throw new XenError('EINVAL', `there is no frame ${hex(idx)} in space ${space}`);
}

/** Made when it is first asked for: it begins with what is so. */
function sharedInfoOf(domain: Domain): number {
  const { shared } = domain.memory;
  const isNew = shared.sharedInfoIfAny === undefined;
  const mfn = shared.sharedInfo;
  if (isNew) tellSharedInfo(domain);
  return mfn;
}

function ownFrameAt({ memory, profile }: Domain, gfn: number): number {
  const { type, mfn } = memory.p2m.populated(gfn);
  const moves = type === P2MT.ram_rw || type === P2MT.ram_logdirty;
  if (profile.knobs.physmap_source === 'ram_rw' && !moves)
    throw new XenError('EACCES', `gfn ${hex(gfn)} is ${p2mTypeName(type)}, and has to stay`);
  const isThere = mfn !== INVALID_MFN && type !== P2MT.mmio_dm;
  if (isThere && (memory.owns(mfn) || memory.shared.has(mfn))) return mfn;
  throw new XenError('EINVAL', `gfn ${hex(gfn)} is no page of the domain's own`);
}

/** Where the domain sees a frame of Xen's, if it does. */
function gfnOfShared({ memory: { p2m, shared } }: Domain, mfn: number): number | undefined {
  const gfn = shared.gfnOf(mfn);
  return gfn !== undefined && p2m.query(gfn).mfn === mfn ? gfn : undefined;
}

function makeRoom(domain: Domain, gfn: number, mfn: number): void {
  const { p2m, shared } = domain.memory;
  const there = p2m.populated(gfn);
  if (there.type === P2MT.mmio_direct) throw new XenError('EPERM', `gfn ${hex(gfn)} is a device's`);
  refuseSpecial(domain, gfn, there);
  if (there.mfn === INVALID_MFN || there.type === P2MT.mmio_dm) return;
  if (shared.has(there.mfn)) unhookPage(domain, gfn);
  else if (there.mfn !== mfn) freePage(domain, gfn);
}

/** What others have lent may not be written over: Xen crashes the domain. */
function refuseSpecial(domain: Domain, gfn: number, { type }: P2mEntry): void {
  if (!isSpecial(type)) return;
  domain.crash(`gfn ${hex(gfn)} is ${p2mTypeName(type)} and may not be replaced`);
  throw new XenError('EPERM', `gfn ${hex(gfn)} is ${p2mTypeName(type)}`);
}
