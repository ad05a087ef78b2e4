/**
 * DMOP track_dirty_vram: which pages of a video memory the guest has written since it was last
 * asked. One range a domain; what is clean in it is write-protected.
 *
 * Reference: xen/arch/x86/hvm/dm.c, track_dirty_vram(); xen/arch/x86/mm/hap/hap.c,
 * hap_track_dirty_vram(); xen/arch/x86/mm/paging.c, paging_log_dirty_range().
 */

import { XenError } from '../abi/errno.js';
import { P2MT } from '../abi/p2m-type.js';
import type { Domain } from '../domain.js';
import { enableLogDirty } from '../p2m/dirty-tracking.js';
import type { P2m } from '../p2m/p2m.js';
import { changeTypeRange } from '../p2m/type-change.js';

/** 1 GiB. */
const MAX_PAGES = 0x4_0000;

export interface TrackDirtyVram {
  readonly firstGfn: number;
  /** 0: stop tracking. */
  readonly nr: number;
  /** Bytes of the caller's bitmap; as many as it takes, if not said. */
  readonly room?: number | undefined;
}

/** A bit for each page, the first in bit 0: all ones if this range was not tracked until now. */
export function trackDirtyVram(
  domain: Domain,
  { firstGfn, nr, room = Infinity }: TrackDirtyVram,
): Uint8Array {
  if (nr > MAX_PAGES) throw new XenError('EINVAL', `${nr} pages are more than ${MAX_PAGES}`);
  if (domain.dying) throw new XenError('ESRCH', `domain ${domain.domid} is dying`);
  if (domain.vcpus.length === 0) throw new XenError('EINVAL', `domain ${domain.domid} has no vcpu`);
  const size = Math.ceil(nr / 8);
  if (size > room) throw new XenError('EINVAL', `${nr} pages take ${size} bytes, not ${room}`);

  const { p2m, profile } = domain;
  const isTracked = p2m.logDirty.vram?.first === firstGfn && p2m.logDirty.vram.nr === nr;
  if (nr > 0 && isTracked) return harvest(p2m, firstGfn, nr);
  if (nr > 0 && profile.knobs.vram_enables_log_dirty && !p2m.logDirty.enabled)
    enableLogDirty(p2m, false);
  trackInstead(p2m, firstGfn, nr);
  return new Uint8Array(size).fill(0xff);
}

/** Each page that is writable has been written: it is clean from now on. */
function harvest(p2m: P2m, first: number, nr: number): Uint8Array {
  const dirty = new Uint8Array(Math.ceil(nr / 8));
  p2m.locked(() => {
    for (let page = 0; page < nr; page++)
      if (protectAnew(p2m, first + page)) dirty[page >> 3] = dirty[page >> 3]! | (1 << (page & 7));
  });
  return dirty;
}

function protectAnew(p2m: P2m, gfn: number): boolean {
  if (gfn > p2m.maxMappedGfn) return false;
  const { type, mfn } = p2m.query(gfn);
  if (type !== P2MT.ram_rw) return false;
  return p2m.trySetPage(gfn, mfn, P2MT.ram_logdirty, p2m.defaultAccess) === 0;
}

function trackInstead(p2m: P2m, first: number, nr: number): void {
  const old = p2m.logDirty.vram;
  p2m.logDirty.vram = nr > 0 ? { first, nr } : undefined;
  if (old !== undefined)
    changeTypeRange(p2m, old.first, old.first + old.nr, P2MT.ram_logdirty, P2MT.ram_rw);
  if (nr > 0) changeTypeRange(p2m, first, first + nr, P2MT.ram_rw, P2MT.ram_logdirty);
}
