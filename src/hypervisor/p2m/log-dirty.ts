/**
 * Which gfns are write-protected so that their first write is seen, and which writes were seen.
 *
 * Reference: xen/arch/x86/mm/p2m.c, p2m_is_logdirty_range(); xen/arch/x86/mm/paging.c,
 * paging_mark_pfn_dirty().
 */

import { LOG_DIRTY, type LogDirtyCoverage } from '../ept/ept-tables.js';
import { Rangeset } from '../rangeset.js';
import { PageBitmap } from './page-bitmap.js';

export class LogDirty {
  /** Log-dirty mode is on: dirtied pages are noted in the bitmap. */
  enabled = false;
  /** All RAM is, or will be once its marks are resolved, write-protected. */
  global = false;
  readonly ranges: Rangeset;
  /** The video memory that a device model has tracked. */
  vram: { readonly first: number; readonly nr: number } | undefined;
  /** Pages marked dirty so far, whether or not the mode was on. */
  marked = 0;
  lastMarked: number | undefined;
  #bitmap: PageBitmap | undefined;

  constructor(rangesStretchOnRemove: boolean) {
    this.ranges = new Rangeset(Infinity, { stretchesOnRemove: rangesStretchOnRemove });
  }

  get bitmap(): PageBitmap {
    return (this.#bitmap ??= new PageBitmap());
  }

  /** Whether a page was ever noted. */
  get hasBitmap(): boolean {
    return this.#bitmap !== undefined;
  }

  coverage(first: number, last: number): LogDirtyCoverage {
    if (this.global) return LOG_DIRTY.all;
    if (this.ranges.isEmpty) return LOG_DIRTY.none;
    if (this.ranges.contains(first, last)) return LOG_DIRTY.all;
    return this.ranges.overlaps(first, last) ? LOG_DIRTY.part : LOG_DIRTY.none;
  }

  mark(gfn: number): void {
    this.marked++;
    this.lastMarked = gfn;
    if (this.enabled) this.bitmap.set(gfn);
  }
}
