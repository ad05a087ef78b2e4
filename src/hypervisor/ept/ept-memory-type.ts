/**
 * The memory type of a mapping, as the EMT and IPAT bits of its entry.
 *
 * Without passthrough and cache-flush rights, RAM is write-back whatever the guest says. With them
 * the guest's MTRRs and the device model's pins count, and a superpage may turn out to need more
 * than one type.
 *
 * Reference: xen/arch/x86/mm/p2m-ept.c, epte_get_entry_emt().
 */

import { PAGE_SIZE } from '../abi/frames.js';
import { isGrant, P2MT } from '../abi/p2m-type.js';
import { Rangeset } from '../rangeset.js';
import { EMT, EMT_SHIFT, LO } from './ept-entry.js';
import { MIXED, Mtrr } from './mtrr.js';
import { PARTLY_PINNED, PinnedCacheattrs, UC_MINUS, UNPINNED } from './pinned-cacheattr.js';

const bits = (emt: number, ipat: boolean): number => (emt << EMT_SHIFT) | (ipat ? LO.IPAT : 0);

/** The bits of ordinary RAM: write-back, the guest's PAT ignored. */
export const WRITE_BACK = bits(EMT.WB, true);
/** No single type fits: the superpage has to be split. */
export const NEEDS_SPLIT = -1;

export class MemoryTypes {
  /** The domain may flush caches (it has I/O memory), so guest memory types take effect. */
  cacheFlushPermitted = false;
  /** Machine frames that may be mapped for reading only. */
  readonly mmioReadonly = new Rangeset();
  readonly pinned = new PinnedCacheattrs();
  #guestMtrr: Mtrr | undefined;
  #hostMtrr: Mtrr | undefined;

  /** Every RAM mapping has the bits `WRITE_BACK`: loops over a table need not ask for each. */
  get allRamIsWriteBack(): boolean {
    return !this.cacheFlushPermitted && this.mmioReadonly.isEmpty;
  }

  get guestMtrr(): Mtrr {
    return (this.#guestMtrr ??= new Mtrr());
  }

  get hostMtrr(): Mtrr {
    return (this.#hostMtrr ??= new Mtrr());
  }

  /** The registers that somebody has asked for: others are as after power-on. */
  save() {
    return { guestMtrr: this.#guestMtrr, hostMtrr: this.#hostMtrr };
  }

  isReadonlyMmio(mfn: number): boolean {
    return !this.mmioReadonly.isEmpty && this.mmioReadonly.contains(mfn, mfn);
  }

  /** EMT and IPAT bits for `2^order` pages mapped at `gfn`, or `NEEDS_SPLIT`. */
  bitsOf(gfn: number, mfn: number, order: number, type: number): number {
    if (!this.mmioReadonly.isEmpty) {
      const last = mfn + 2 ** order - 1;
      if (this.mmioReadonly.contains(mfn, last)) return bits(EMT.UC, true);
      if (this.mmioReadonly.overlaps(mfn, last)) return NEEDS_SPLIT;
    }
    if (type === P2MT.mmio_direct) return bits(EMT.UC, false);
    if (!this.cacheFlushPermitted || isGrant(type) || type === P2MT.map_foreign) return WRITE_BACK;
    return this.#guestChoice(gfn, mfn, order);
  }

  #guestChoice(gfn: number, mfn: number, order: number): number {
    const pinned = this.pinned.typeOf(gfn, order);
    if (pinned === PARTLY_PINNED) return NEEDS_SPLIT;
    if (pinned !== UNPINNED) return bits(pinned === UC_MINUS ? EMT.UC : pinned, true);

    const guest = this.guestMtrr.typeOf(BigInt(gfn) * BigInt(PAGE_SIZE), order);
    const host = this.hostMtrr.typeOf(BigInt(mfn) * BigInt(PAGE_SIZE), order);
    if (guest === MIXED || host === MIXED) return NEEDS_SPLIT;
    return bits(strongerOf(guest, host), false);
  }
}

/** Where guest and machine disagree: UC wins, WB gives way, WT and WP meet in WP. */
function strongerOf(guest: number, host: number): number {
  if (guest === host) return host;
  if (guest === EMT.WB) return host;
  if (host === EMT.WB) return guest;
  const isWtOrWp = (type: number) => type === EMT.WT || type === EMT.WP;
  return isWtOrWp(guest) && isWtOrWp(host) ? EMT.WP : EMT.UC;
}
