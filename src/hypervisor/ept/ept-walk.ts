/**
 * The CPU's own walk: what a guest-physical access meets in the tables, level by level.
 *
 * Reference: SDM volume 3C, 29.3.2 and 29.3.3 (EPT misconfigurations, EPT violations). The walk
 * changes nothing: accessed and dirty bits are Xen's, who sets them ahead.
 */

import { EMT, EMT_SHIFT, LO, mfnOf } from './ept-entry.js';
import { EptPath, locateEntry, pathTo } from './ept-path.js';
import { GFN_LIMIT, TOP_LEVEL, type EptTables } from './ept-tables.js';

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

/** In an entry that points to a table these bits are reserved. */
export const RESERVED_IN_TABLE_ENTRY = LO.EMT | LO.IPAT;
/** Memory types that an EPT entry may not have, a bit each. */
const RESERVED_EMT = (1 << 2) | (1 << 3) | (1 << EMT.INVALID);

const path = new EptPath();

/** Walk for an access that needs the permissions `wanted` (r 1, w 2, x 4). */
export function walkEpt(
  tables: EptTables,
  gfn: number,
  wanted: number,
  walk: EptWalk,
): Translation {
  if (gfn >= GFN_LIMIT) return beyondReach(walk);
  const { words } = tables.pages;
  const word = locateEntry(tables, gfn, path);
  const lo = words[word]! | 0;
  walk.level = path.level;
  walk.lo = lo;
  walk.hi = words[word + 1]! | 0;
  walk.permissions = lo & ~path.tables & LO.RWX;
  if (path.tables & RESERVED_IN_TABLE_ENTRY) return misconfiguredAbove(tables, gfn, walk);
  if ((lo & LO.RWX) === 0) return TRANSLATION.violation;
  if (isMisconfiguredLeaf(lo)) return TRANSLATION.misconfig;
  return (walk.permissions & wanted) === wanted ? TRANSLATION.hit : TRANSLATION.violation;
}

/** The walk ends at the first entry whose reserved bits are set. */
function misconfiguredAbove(tables: EptTables, gfn: number, walk: EptWalk): Translation {
  const entry = pathTo(tables, gfn).find(({ lo }) => (lo & RESERVED_IN_TABLE_ENTRY) !== 0)!;
  walk.level = entry.level;
  walk.lo = entry.lo | 0;
  walk.hi = entry.hi | 0;
  return TRANSLATION.misconfig;
}

/** Writable but not readable, or of a memory type that there is not. */
export const isMisconfiguredLeaf = (lo: number): boolean =>
  (lo & (LO.R | LO.W)) === LO.W || ((RESERVED_EMT >>> ((lo & LO.EMT) >>> EMT_SHIFT)) & 1) === 1;

/** No entry can translate it: as if the root's were not present. */
function beyondReach(walk: EptWalk): Translation {
  walk.level = TOP_LEVEL;
  walk.lo = 0;
  walk.hi = 0;
  walk.permissions = 0;
  return TRANSLATION.violation;
}
