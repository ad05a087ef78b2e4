/**
 * The path from the root to the entry of a gfn: up to four loads, and nothing allocated.
 *
 * Both who read the tables go this way: Xen, who wants to know what a page is, and the CPU, which
 * wants to use it.
 */

import { LO, MFN_SHIFT } from './ept-entry.js';
import { entryWord, isTable, TOP_LEVEL, type EptTables } from './ept-tables.js';
import { TABLE_SHIFT, WORDS_PER_TABLE } from './table-pages.js';

/** Constants of this module are compiled into the walk; those of another are loaded at each step. */
const { RWX, SP } = LO;
const TO_WORD = MFN_SHIFT - TABLE_SHIFT;
const TABLE_MASK = -WORDS_PER_TABLE;
const ROOT_SHIFT = TABLE_SHIFT;

/** What was met on the last path; one is used again and again. */
export class EptPath {
  /** Level of the entry at its end. */
  level: number = TOP_LEVEL;
  /**
   * Low words of the entries that point to tables, ored; but of r, w and x, which hardly any of them lacks, those bits that
   * one does lack. One word to gather is a tenth less time for a walk than two.
   */
  tables = 0;
}

/** Where in `tables.pages.words` the entry of a gfn (below `GFN_LIMIT`) lies. */
export function locateEntry({ pages, root }: EptTables, gfn: number, path: EptPath): number {
  const { words } = pages;
  const upper = gfn < 0x8000_0000 ? gfn >>> 18 : Math.floor(gfn / 0x4_0000);
  const lower = gfn & 0x3_ffff;

  let word = (root << ROOT_SHIFT) | ((upper >>> 9) << 1);
  let lo = words[word]! | 0;
  let tables = 0;
  let level = 3;
  if ((lo & SP) === 0 && (lo & RWX) !== 0) {
    tables = lo ^ RWX;
    word = ((lo >>> TO_WORD) & TABLE_MASK) | ((upper & 511) << 1);
    lo = words[word]! | 0;
    level = 2;
    if ((lo & SP) === 0 && (lo & RWX) !== 0) {
      tables |= lo ^ RWX;
      word = ((lo >>> TO_WORD) & TABLE_MASK) | ((lower >>> 9) << 1);
      lo = words[word]! | 0;
      level = 1;
      if ((lo & SP) === 0 && (lo & RWX) !== 0) {
        tables |= lo ^ RWX;
        word = ((lo >>> TO_WORD) & TABLE_MASK) | ((lower & 511) << 1);
        level = 0;
      }
    }
  }
  path.level = level;
  path.tables = tables;
  return word;
}

/** The words of the entries on the path to a gfn, root first, for people to read. */
export function pathTo(
  { pages, root }: EptTables,
  gfn: number,
): { level: number; index: number; lo: number; hi: number }[] {
  const path = [];
  for (let table = root, level = TOP_LEVEL; level >= 0; level--) {
    const offset = entryWord(gfn, level);
    const word = (table << TABLE_SHIFT) + offset;
    const lo = pages.words[word]!;
    path.push({ level, index: offset >> 1, lo, hi: pages.words[word + 1]! });
    if (!isTable(lo)) break;
    table = lo >>> MFN_SHIFT;
  }
  return path;
}
