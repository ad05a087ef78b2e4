/**
 * Giving RAM to a run of gfns by mappings of one size, at the speed of a loop over a table.
 *
 * The first mapping of each table goes the long way, which makes the tables above it. Those behind it
 * in the same table differ from it by their frame alone, as long as their entries are empty.
 */

import type { Order } from '../abi/frames.js';
import { P2MT } from '../abi/p2m-type.js';
import { HI, MFN_SHIFT, mfnOf } from './ept-entry.js';
import { setEntry } from './ept-set-entry.js';
import { entryWord, TOP_LEVEL, type EptTables } from './ept-tables.js';
import { ENTRIES, TABLE_SHIFT } from './table-pages.js';

/** `count` mappings of `2^order` pages each: gfns in a row at frames in a row, all of them memory. */
export interface RamRun {
  readonly gfn: number;
  readonly mfn: number;
  readonly count: number;
  readonly order: Order;
  readonly access: number;
}

/** 0, or the first failure as `setEntry` gives it, with what was mapped till then left mapped. */
export function setRun(tables: EptTables, { gfn, mfn, count, order, access }: RamRun): number {
  const pages = 2 ** order;
  for (let done = 0; done < count;) {
    const at = done * pages;
    const type = P2MT.ram_rw;
    const rc = setEntry(tables, { gfn: gfn + at, mfn: mfn + at, order, type, access });
    if (rc !== 0) return rc;
    done += 1 + continueInTable(tables, gfn + at, order, count - done - 1);
  }
  return 0;
}

/** How many of the entries behind that of `gfn` could be made like it: at most `most`. */
function continueInTable(tables: EptTables, gfn: number, order: Order, most: number): number {
  if (!tables.memoryTypes.allRamIsWriteBack) return 0;
  const level = order / 9;
  const { words } = tables.pages;
  const first = wordOf(tables, gfn, level);
  const lo = words[first]!;
  const hi = words[first + 1]!;
  const flagsLo = lo & ((1 << MFN_SHIFT) - 1);
  const flagsHi = hi & ~HI.MFN;
  const pages = 2 ** order;
  const room = ENTRIES - 1 - (entryWord(gfn, level) >> 1);
  const end = first + 2 * Math.min(most, room);
  let mfn = mfnOf(lo, hi);
  let word = first + 2;
  for (; word <= end; word += 2) {
    if (words[word] !== 0 || (words[word + 1]! & ~HI.SUPPRESS_VE) !== 0) break;
    mfn += pages;
    words[word] = ((mfn % 2 ** 20) << MFN_SHIFT) | flagsLo;
    words[word + 1] = Math.floor(mfn / 2 ** 20) | flagsHi;
  }
  const mapped = (word - first) / 2 - 1;
  const last = gfn + (mapped + 1) * pages - 1;
  if (last > tables.maxMappedGfn) tables.maxMappedGfn = last;
  return mapped;
}

/** Where the entry of a mapped gfn lies. */
function wordOf(tables: EptTables, gfn: number, target: number): number {
  let table = tables.root;
  for (let level = TOP_LEVEL; level > target; level--)
    table = tables.pages.words[(table << TABLE_SHIFT) + entryWord(gfn, level)]! >>> MFN_SHIFT;
  return (table << TABLE_SHIFT) + entryWord(gfn, target);
}
