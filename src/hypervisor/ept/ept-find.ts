/**
 * The entry that says what a gfn is, without changing anything.
 *
 * A mark for recalculation anywhere on the path counts for the gfn: the type that a reader sees is
 * the one that the entry will have once the mark is resolved.
 *
 * Reference: xen/arch/x86/mm/p2m-ept.c, ept_get_entry().
 */

import { P2MT } from '../abi/p2m-type.js';
import { LO, MFN_SHIFT, typeOf } from './ept-entry.js';
import { entryWord, GFN_LIMIT, isValid, TOP_LEVEL, type EptTables } from './ept-tables.js';
import { wordsAt } from './table-pages.js';

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
  level = TOP_LEVEL;
  lo = 0;
  hi = 0;
  /** The entry or one above it is marked for recalculation. */
  recalc = false;
  /** The gfn lies beyond everything that was ever mapped. */
  beyond = false;

  /** The frame of the gfn, which may lie inside a superpage. */
  mfnOf(gfn: number): number {
    const base = (this.hi & 0xf_ffff) * 2 ** 20 + (this.lo >>> MFN_SHIFT);
    return this.level === 0 ? base : base + (gfn % (this.level === 1 ? 512 : 0x4_0000));
  }
}

export function findEntry(tables: EptTables, gfn: number, cursor: EptCursor): Found {
  cursor.beyond = gfn > tables.maxMappedGfn;
  if (cursor.beyond || gfn >= GFN_LIMIT) return beyond(tables, gfn, cursor);

  const chunks = tables.pages.chunks;
  const upper = gfn < 0x8000_0000 ? gfn >>> 18 : Math.floor(gfn / 0x4_0000);
  let table = tables.root;
  let recalc = 0;
  for (let level = TOP_LEVEL; level > 0; level--) {
    const index = level === 3 ? upper >>> 9 : level === 2 ? upper & 511 : (gfn & 0x3_ffff) >>> 9;
    const words = chunks[table >>> 3]!;
    const word = ((table & 7) << 10) | (index << 1);
    const lo = words[word]!;
    recalc |= lo & LO.RECALC;
    if ((lo & LO.RWX) === 0) return at(cursor, level, lo, words[word + 1]!, recalc, false);
    if (lo & LO.SP) return at(cursor, level, lo, words[word + 1]!, recalc, true);
    table = lo >>> MFN_SHIFT;
  }
  const words = chunks[table >>> 3]!;
  const word = ((table & 7) << 10) | ((gfn & 511) << 1);
  const lo = words[word]!;
  return at(cursor, 0, lo, words[word + 1]!, recalc | (lo & LO.RECALC), true);
}

/** A superpage entry without permissions maps nothing, unless its memory is to be populated. */
function at(
  cursor: EptCursor,
  level: number,
  lo: number,
  hi: number,
  recalc: number,
  mapsPages: boolean,
): Found {
  cursor.level = level;
  cursor.lo = lo | 0;
  cursor.hi = hi | 0;
  cursor.recalc = recalc !== 0;
  if (typeOf(hi) === P2MT.populate_on_demand) return FOUND.pod;
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

/** The words of the entries on the path to a gfn, root first, for people to read. */
export function pathTo(
  { pages, root }: EptTables,
  gfn: number,
): { level: number; index: number; lo: number; hi: number }[] {
  const path = [];
  for (let table = root, level = TOP_LEVEL; level >= 0; level--) {
    const words = pages.chunkOf(table);
    const offset = entryWord(gfn, level);
    const word = wordsAt(table) + offset;
    const lo = words[word]!;
    path.push({ level, index: offset >> 1, lo, hi: words[word + 1]! });
    if ((lo & LO.RWX) === 0 || lo & LO.SP) break;
    table = lo >>> MFN_SHIFT;
  }
  return path;
}
