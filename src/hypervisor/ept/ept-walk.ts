/**
 * The CPU's own walk: what a guest-physical access meets in the tables, level by level.
 *
 * Reference: SDM volume 3C, 29.3.2 and 29.3.3 (EPT misconfigurations, EPT violations). The walk
 * changes nothing: accessed and dirty bits are Xen's, who sets them ahead.
 */

import { EMT, EMT_SHIFT, LO, MFN_SHIFT, mfnOf } from './ept-entry.js';
import { GFN_LIMIT, TOP_LEVEL, type EptTables } from './ept-tables.js';
import { TABLE_SHIFT } from './table-pages.js';

export const TRANSLATION = { hit: 0, violation: 1, misconfig: 2 } as const;
export type Translation = (typeof TRANSLATION)[keyof typeof TRANSLATION];

/** Where a walk ended; one is used again and again, so that a walk allocates nothing. */
export class EptWalk {
  level: number = TOP_LEVEL;
  /** The last entry's words, as 32-bit integers with a sign. */
  lo = 0;
  hi = 0;
  /** r, w and x that all entries used allow; 0 where the walk met one that is not present. */
  permissions = 0;

  /** The machine frame of the gfn after a hit. */
  mfnOf(gfn: number): number {
    const base = mfnOf(this.lo, this.hi);
    return this.level === 0 ? base : base + (gfn % 2 ** (9 * this.level));
  }
}

/** In an entry that points to a table, the bits of memory type and IPAT are reserved. */
const RESERVED_IN_TABLE_ENTRY = LO.EMT | LO.IPAT | LO.SP;
const isPlainTable = (lo: number): boolean =>
  (lo & RESERVED_IN_TABLE_ENTRY) === 0 && (lo & LO.R) !== 0;

/** Memory types that an EPT entry may not have, a bit each. */
const RESERVED_EMT = (1 << 2) | (1 << 3) | (1 << EMT.INVALID);

/** Walk for an access that needs the permissions `wanted` (r 1, w 2, x 4). */
export function walkEpt(
  tables: EptTables,
  gfn: number,
  wanted: number,
  walk: EptWalk,
): Translation {
  const { words } = tables.pages;
  const upper = gfn < 0x8000_0000 ? gfn >>> 18 : Math.floor(gfn / 0x4_0000);

  let word = (tables.root << TABLE_SHIFT) | ((upper & 0x3_fe00) >>> 8);
  let lo = gfn < GFN_LIMIT ? words[word]! | 0 : 0;
  let permissions = lo;
  let level = 3;
  if (isPlainTable(lo)) {
    word = ((lo >>> MFN_SHIFT) << TABLE_SHIFT) | ((upper & 511) << 1);
    lo = words[word]! | 0;
    permissions &= lo;
    level = 2;
    if (isPlainTable(lo)) {
      word = ((lo >>> MFN_SHIFT) << TABLE_SHIFT) | (((gfn & 0x3_ffff) >>> 9) << 1);
      lo = words[word]! | 0;
      permissions &= lo;
      level = 1;
      if (isPlainTable(lo)) {
        word = ((lo >>> MFN_SHIFT) << TABLE_SHIFT) | ((gfn & 511) << 1);
        lo = words[word]! | 0;
        permissions &= lo;
        level = 0;
      }
    }
  }
  walk.level = level;
  walk.lo = lo;
  walk.hi = words[word + 1]! | 0;
  walk.permissions = permissions & LO.RWX;
  if ((lo & LO.RWX) === 0) return TRANSLATION.violation;
  if (isMisconfigured(lo, level)) return TRANSLATION.misconfig;
  return (permissions & wanted) === wanted ? TRANSLATION.hit : TRANSLATION.violation;
}

/** Writable but not readable; reserved bits above a table; a memory type that there is not. */
function isMisconfigured(lo: number, level: number): boolean {
  if ((lo & (LO.R | LO.W)) === LO.W) return true;
  if (level > 0 && (lo & LO.SP) === 0) return (lo & RESERVED_IN_TABLE_ENTRY) !== 0;
  return ((RESERVED_EMT >>> ((lo & LO.EMT) >>> EMT_SHIFT)) & 1) === 1;
}
