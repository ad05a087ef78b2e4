/**
 * The entry that says what a gfn is, without changing anything.
 *
 * A mark for recalculation anywhere on the path counts for the gfn: the type that a reader sees is
 * the one that the entry will have once the mark is resolved.
 *
 * Reference: xen/arch/x86/mm/p2m-ept.c, ept_get_entry().
 */

import { P2MT } from '../abi/p2m-type.js';
import { LO, mfnOf, typeOf } from './ept-entry.js';
import { EptPath, locateEntry } from './ept-path.js';
import { isValid, TOP_LEVEL, type EptTables } from './ept-tables.js';

/** What lies at the end of the path to a gfn. */
export const FOUND = {
  /** Nothing is mapped there. */
  hole: 0,
  /** A mapping, whose words are in the cursor. */
  leaf: 1,
  /** Memory that is populated at the first access. */
  pod: 2,
} as const;
export type Found = (typeof FOUND)[keyof typeof FOUND];

/** Where a search ended; one is used again and again, so that a search allocates nothing. */
export class EptCursor {
  level: number = TOP_LEVEL;
  /** The entry's words, as 32-bit integers with a sign. */
  lo = 0;
  hi = 0;
  /** The entry or one above it is marked for recalculation. */
  recalc = false;

  /** The frame of the gfn, which may lie inside a superpage. */
  mfnOf(gfn: number): number {
    const base = mfnOf(this.lo, this.hi);
    return this.level === 0 ? base : base + (gfn % 2 ** (9 * this.level));
  }
}

const path = new EptPath();

export function findEntry(tables: EptTables, gfn: number, cursor: EptCursor): Found {
  if (gfn > tables.maxMappedGfn) return beyond(tables, gfn, cursor);
  const word = locateEntry(tables, gfn, path);
  const { words } = tables.pages;
  const lo = words[word]! | 0;
  const hi = words[word + 1]! | 0;
  cursor.level = path.level;
  cursor.lo = lo;
  cursor.hi = hi;
  cursor.recalc = ((path.tables | lo) & LO.RECALC) !== 0;
  if (typeOf(hi) === P2MT.populate_on_demand) return FOUND.pod;
  // A superpage entry without permissions maps nothing.
  const mapsPages = path.level === 0 || (lo & LO.RWX) !== 0;
  return mapsPages && isValid(lo, hi) ? FOUND.leaf : FOUND.hole;
}

/** Beyond the last mapping the level tells how large the hole is, from that mapping on. */
function beyond(tables: EptTables, gfn: number, cursor: EptCursor): Found {
  let level = TOP_LEVEL;
  for (; level > 0; level--) {
    const pages = 2 ** (9 * level);
    if (Math.floor(gfn / pages) * pages > tables.maxMappedGfn) break;
  }
  cursor.level = level;
  cursor.lo = 0;
  cursor.hi = 0;
  cursor.recalc = false;
  return FOUND.hole;
}
