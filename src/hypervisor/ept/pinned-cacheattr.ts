/**
 * Memory types that the device model has pinned to ranges of gfns.
 *
 * Reference: xen/arch/x86/hvm/mtrr.c, hvm_set_mem_pinned_cacheattr() and its getter.
 */

import { XenError } from '../abi/errno.js';
import { hex } from '../abi/frames.js';
import { EMT } from './ept-entry.js';

/** XEN_DOMCTL_DELETE_MEM_CACHEATTR: take the pin away. */
export const DELETE_PIN = 0xffff_ffff;
/** PAT's UC-, which EPT does not know; a mapping gets UC. */
export const UC_MINUS = 7;

const PINNABLE = new Set<number>([EMT.UC, EMT.WC, EMT.WT, EMT.WP, EMT.WB, UC_MINUS]);
const MAX_PINS = 64;

interface Pin {
  readonly first: number;
  readonly last: number;
  type: number;
}

/** No pin touches the range. */
export const UNPINNED = -1;
/** A pin covers part of the range. */
export const PARTLY_PINNED = -2;

export class PinnedCacheattrs {
  readonly #pins: Pin[] = [];

  /**
   * Pin, re-pin or (with `DELETE_PIN`) unpin gfns `first`..`last`.
   *
   * `changed` is called when memory types have to be computed anew: Xen does it even after some
   * refusals.
   */
  set(first: number, last: number, type: number, addressBits: number, changed: () => void): void {
    if (last < first || last >= 2 ** addressBits)
      throw new XenError('EINVAL', `${hex(first)}..${hex(last)} is no range of gfns`);
    const exact = this.#pins.findIndex((pin) => pin.first === first && pin.last === last);

    if (type === DELETE_PIN) {
      if (exact < 0) throw new XenError('ENOENT', `${hex(first)}..${hex(last)} is not pinned`);
      this.#pins.splice(exact, 1);
      changed();
      return;
    }
    if (!PINNABLE.has(type)) throw new XenError('EINVAL', `${type} is no memory type to pin`);
    try {
      this.#pin(first, last, type, this.#pins[exact]);
    } finally {
      changed();
    }
  }

  save(): readonly Pin[] {
    return this.#pins.map((pin) => ({ ...pin }));
  }

  restore(pins: readonly Pin[]): void {
    this.#pins.push(...pins);
  }

  /** The type pinned to all of `2^order` gfns, `UNPINNED`, or `PARTLY_PINNED`. */
  typeOf(gfn: number, order: number): number {
    const size = 2 ** order;
    const first = Math.floor(gfn / size) * size;
    const last = first + size - 1;
    for (const pin of this.#pins) {
      if (first >= pin.first && last <= pin.last) return pin.type;
      if (first <= pin.last && last >= pin.first) return PARTLY_PINNED;
    }
    return UNPINNED;
  }

  #pin(first: number, last: number, type: number, exact: Pin | undefined): void {
    if (exact !== undefined) {
      exact.type = type;
      return;
    }
    if (this.#pins.some((pin) => pin.first <= last && first <= pin.last))
      throw new XenError('EBUSY', `${hex(first)}..${hex(last)} overlaps a pinned range`);
    if (this.#pins.length >= MAX_PINS)
      throw new XenError('ENOSPC', `${MAX_PINS} ranges are pinned already`);
    this.#pins.push({ first, last, type });
  }
}
