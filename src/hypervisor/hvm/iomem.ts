/**
 * Machine frames of devices: which a domain may have mapped, and mapping them at its gfns.
 *
 * Reference: xen/common/domctl.c, XEN_DOMCTL_iomem_permission and XEN_DOMCTL_memory_mapping; xen/include/xen/iocap.h;
 * xen/arch/x86/dom0_build.c, dom0_setup_permissions(); xen/arch/x86/mm/p2m.c, map_mmio_regions(), unmap_mmio_regions()
 * and mmio_order(); xen/arch/x86/hvm/mtrr.c, memory_type_changed(), which without an IOMMU did nothing up to 4.12.
 */

import { XenError } from '../abi/errno.js';
import { gfn as toGfn, hex, type Order } from '../abi/frames.js';
import type { Domain } from '../domain.js';
import type { Caller } from '../host.js';
import { mapMmio, unmapMmio, type Mapped } from '../p2m/device-mapping.js';
import { memoryTypeChanged } from '../p2m/type-change.js';
import type { Knobs } from '../profile-knobs.js';
import { Rangeset } from '../rangeset.js';

/** A physical address has 52 bits, the most that there are. */
const MACHINE_FRAMES = 2n ** 40n;
/** A guest-physical address has as many as four levels of tables translate. */
const GUEST_FRAMES = 2n ** 36n;
/** So many mappings are made, or taken away, by one call. */
const MOST_MAPPINGS = 64;
const PAGES_2M = 512;

const IO_APIC = 0xf_ec00;
const LOCAL_APIC = 0xf_ee00;
const LAST_MSI = 0xf_eeff;

/** Frames by their 64-bit numbers, as a caller gives them. */
export interface Frames {
  readonly first: bigint;
  readonly nr: bigint;
}

/** EINVAL: they wrap. */
export function checkFrames({ first, nr }: Frames): void {
  if (lastOf(first, nr) < first)
    throw new XenError('EINVAL', `${hex(nr)} frames from ${hex(first)} on wrap`);
}

/** EINVAL: there are no such frames. */
export function checkMapping(gfn: bigint, frames: Frames): void {
  checkFrames(frames);
  const { first, nr } = frames;
  const last = lastOf(first, nr);
  if (last >= MACHINE_FRAMES) throw new XenError('EINVAL', `the machine has no frame ${hex(last)}`);
  if (lastOf(gfn, nr) < gfn)
    throw new XenError('EINVAL', `${hex(nr)} gfns from ${hex(gfn)} on wrap`);
}

/** EPERM: the caller itself may not have them. */
export function permitIomem(domain: Domain, caller: Caller, frames: Frames, allow: boolean): void {
  checkFrames(frames);
  requirePermitted(caller, frames, domain.profile.knobs);
  const first = Number(frames.first);
  const last = first + Number(frames.nr) - 1;
  const { iomem } = domain;
  const hadSome = !iomem.isEmpty;
  if (allow) iomem.add(first, last);
  else iomem.remove(first, last);
  if (domain.type === 'pv') return;

  const { p2m, profile, vcpus } = domain;
  p2m.memoryTypes.cacheFlushPermitted = !iomem.isEmpty;
  const isFirst = allow && !hadSome && profile.knobs.iomem_grant_recalculates;
  if (isFirst && vcpus.length > 0) memoryTypeChanged(p2m);
}

/**
 * How many frames are mapped at as many gfns, or with `add` false taken away: all, or as many as one call does. EPERM:
 * the caller or the domain may not have them. What fails later than the first only ends it.
 */
export function mapIomem(
  domain: Domain,
  caller: Caller,
  gfn: bigint,
  frames: Frames,
  add: boolean,
): number {
  checkMapping(gfn, frames);
  const { knobs } = domain.profile;
  const nr = Number(frames.nr);
  const isPv = domain.type === 'pv';
  if (isPv && knobs.iomem_checks === 'range_first') return nr;
  requirePermitted(caller, frames, knobs);
  if (add || knobs.iomem_unmap_needs_permission) requireGranted(domain.iomem, domain.domid, frames);
  if (isPv) return nr;

  const step = add ? mapAt : unmapAt;
  const mfn = Number(frames.first);
  let done = 0;
  for (let made = 0; done < nr && made < MOST_MAPPINGS; made++) {
    try {
      done += step(domain, gfn + BigInt(done), mfn + done, nr - done);
    } catch (error) {
      if (done === 0 || !(error instanceof XenError)) throw error;
      break;
    }
  }
  return done;
}

type Step = (domain: Domain, gfn: bigint, mfn: number, nr: number) => number;

const mapAt: Step = (domain, gfn, mfn, nr) =>
  byLargest(domain, gfn, mfn, nr, (at, order) => mapMmio(domain.p2m, at, mfn, order));

const unmapAt: Step = (domain, gfn, mfn, nr) =>
  byLargest(domain, gfn, mfn, nr, (at, order) => unmapMmio(domain.p2m, at, order));

/** The pages of the largest mapping that can be made, or taken away, here. */
function byLargest(
  domain: Domain,
  wide: bigint,
  mfn: number,
  nr: number,
  attempt: (gfn: number, order: Order) => Mapped,
): number {
  if (wide >= GUEST_FRAMES) throw new XenError('EINVAL', `there is no gfn ${hex(wide)}`);
  const gfn = toGfn(Number(wide));
  for (let order = largestOrder(domain, gfn, mfn, nr); ;) {
    const mapped = attempt(gfn, order);
    if (mapped === 'done') return 2 ** order;
    order = mapped.retryWithOrder as Order;
  }
}

function largestOrder({ hap, profile, p2m }: Domain, gfn: number, mfn: number, nr: number): Order {
  const isAligned = gfn % PAGES_2M === 0 && mfn % PAGES_2M === 0 && nr >= PAGES_2M;
  const { mmio_superpages } = profile.knobs;
  return isAligned && hap && mmio_superpages && p2m.features.superpages2m ? 9 : 0;
}

function requirePermitted({ domid, domain }: Caller, frames: Frames, knobs: Knobs): void {
  const ofDom0 = knobs.dom0_has_msi_frames ? DOM0 : DOM0_BUT_MSI;
  requireGranted(domain?.iomem ?? ofDom0, domid, frames);
}

function requireGranted(granted: Rangeset, domid: number, { first, nr }: Frames): void {
  const last = lastOf(first, nr);
  if (granted.contains(Number(first), Number(last))) return;
  throw new XenError('EPERM', `domain ${domid} may not have frames ${hex(first)}..${hex(last)}`);
}

const lastOf = (first: bigint, nr: bigint): bigint => BigInt.asUintN(64, first + nr - 1n);

/** All but the interrupt controllers. */
const DOM0 = framesBut([IO_APIC, IO_APIC], [LOCAL_APIC, LOCAL_APIC]);
const DOM0_BUT_MSI = framesBut([IO_APIC, IO_APIC], [LOCAL_APIC, LAST_MSI]);

function framesBut(...denied: readonly (readonly [first: number, last: number])[]): Rangeset {
  const frames = new Rangeset();
  frames.add(0, Number(MACHINE_FRAMES) - 1);
  for (const [first, last] of denied) frames.remove(first, last);
  return frames;
}
