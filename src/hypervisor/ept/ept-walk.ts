/**
 * The CPU's own walk: what a guest-physical access meets in the tables, level by level.
 *
 * Reference: SDM volume 3C, 29.3.2 and 29.3.3 (EPT misconfigurations, EPT violations). The walk
 * changes nothing: accessed and dirty bits are Xen's, who sets them ahead.
 */

import { EMT_INVALID_BITS, LO, MFN_SHIFT } from './ept-entry.js';
import { GFN_LIMIT, TOP_LEVEL, type EptTables } from './ept-tables.js';

export const TRANSLATION = { hit: 0, violation: 1, misconfig: 2 } as const;
export type Translation = (typeof TRANSLATION)[keyof typeof TRANSLATION];

/** Where a walk ended; one is used again and again, so that a walk allocates nothing. */
export class EptWalk {
  level = TOP_LEVEL;
  lo = 0;
  hi = 0;
  /** r, w and x that all entries used allow; 0 where the walk met one that is not present. */
  permissions = 0;

  /** The machine frame of the gfn after a hit. */
  mfnOf(gfn: number): number {
    const base = (this.hi & 0xf_ffff) * 2 ** 20 + (this.lo >>> MFN_SHIFT);
    return this.level === 0 ? base : base + (gfn % (this.level === 1 ? 512 : 0x4_0000));
  }
}

/** Walk for an access that needs the permissions `wanted` (r 1, w 2, x 4). */
export function walkEpt(
  tables: EptTables,
  gfn: number,
  wanted: number,
  walk: EptWalk,
): Translation {
  if (gfn >= GFN_LIMIT) return beyondReach(walk);
  const chunks = tables.pages.chunks;
  const upper = gfn < 0x8000_0000 ? gfn >>> 18 : Math.floor(gfn / 0x4_0000);
  let table = tables.root;
  let permissions: number = LO.RWX;
  for (let level = TOP_LEVEL; ; level--) {
    const index =
      level === 3
        ? upper >>> 9
        : level === 2
          ? upper & 511
          : level === 1
            ? (gfn & 0x3_ffff) >>> 9
            : gfn & 511;
    const words = chunks[table >>> 3]!;
    const word = ((table & 7) << 10) | (index << 1);
    const lo = words[word]!;
    const present = lo & LO.RWX;
    permissions &= present;
    const leaf = level === 0 || (lo & LO.SP) !== 0;
    if (present === 0 || leaf || isMisconfigured(lo)) {
      walk.level = level;
      walk.lo = lo | 0;
      walk.hi = words[word + 1]! | 0;
      walk.permissions = permissions;
      if (present === 0) return TRANSLATION.violation;
      if (leaf ? isMisconfiguredLeaf(lo) : true) return TRANSLATION.misconfig;
      return (permissions & wanted) === wanted ? TRANSLATION.hit : TRANSLATION.violation;
    }
    table = lo >>> MFN_SHIFT;
  }
}

/** No entry can translate it: as if the root's were not present. */
function beyondReach(walk: EptWalk): Translation {
  walk.level = TOP_LEVEL;
  walk.lo = 0;
  walk.hi = 0;
  walk.permissions = 0;
  return TRANSLATION.violation;
}

/** Writable but not readable, or bits that are reserved in an entry that points to a table. */
const isMisconfigured = (lo: number): boolean =>
  (lo & (LO.EMT | LO.IPAT)) !== 0 || (lo & (LO.R | LO.W)) === LO.W;

/** Writable but not readable, or one of the memory types 2, 3 and 7. */
function isMisconfiguredLeaf(lo: number): boolean {
  const emt = lo & LO.EMT;
  const reserved = emt === EMT_INVALID_BITS || emt === 2 << 3 || emt === 3 << 3;
  return reserved || (lo & (LO.R | LO.W)) === LO.W;
}
