/**
 * Changing the types of a run of gfns one by one, as a device model asks for it, at the speed of a
 * loop over a table.
 *
 * Where the path to a lowest table is free of marks, the gfns in that table differ by their entry
 * alone. A gfn whose entry is in any way unusual, or whose path is, goes the long way (look up,
 * resolve, split, write), which leaves the path clear for those behind it. Entries, counts and
 * flushes are those that the long way gives for each.
 */

import { P2MT, type P2mType } from '../abi/p2m-type.js';
import { HI, isMarked, LO, MFN_SHIFT, TYPE_SHIFT, typeOf } from '../ept/ept-entry.js';
import { WRITE_BACK } from '../ept/ept-memory-type.js';
import { entryWord, isPresent, isTable, TOP_LEVEL, type EptTables } from '../ept/ept-tables.js';
import { ENTRIES, TABLE_SHIFT } from '../ept/table-pages.js';
import type { P2m } from './p2m.js';

/** Change one gfn the long way, of a type that is among the plain ones or not; throws what refuses it. */
type ChangeOne = (gfn: number, p2m: P2m, to: P2mType, plain: number) => void;

/**
 * Change gfns `first`..`end`-1 to `to`. `plain` is the set of RAM types (a bit each) that become
 * `to` without further questions; all others are `changeOne`'s to decide.
 */
export function retypeRun(
  p2m: P2m,
  first: number,
  end: number,
  to: P2mType,
  plain: number,
  changeOne: ChangeOne,
): void {
  for (let gfn = first; gfn < end;) {
    const last = Math.min(gfn - (gfn % ENTRIES) + ENTRIES, end);
    const done = retypeInTable(p2m, gfn, last, to, plain);
    if (done > gfn) p2m.noteTypes(gfn, done - gfn, to, undefined, p2m.defaultAccess);
    gfn = done;
    if (gfn === last) continue;
    changeOne(gfn, p2m, to, plain);
    gfn++;
  }
}

/** The gfn at which the loop had to stop: the end, or an entry that has to go the long way. */
function retypeInTable(
  { tables, defaultAccess }: P2m,
  first: number,
  end: number,
  to: P2mType,
  plain: number,
): number {
  const table = clearTableOf(tables, first);
  if (table < 0 || !tables.memoryTypes.allRamIsWriteBack) return first;
  const { words } = tables.pages;
  const at = table << TABLE_SHIFT;
  const bits = tables.permissions.apply(0, to, defaultAccess);
  const lowBits = bits & LO.RWX ? bits | WRITE_BACK : bits;
  const highBits = (to << TYPE_SHIFT) | (defaultAccess << tables.accessShift);
  let gfn = first;
  let ioreqEntries = 0;
  let flushes = 0;
  for (; gfn < end; gfn++) {
    const word = at + ((gfn & 511) << 1);
    const lo = words[word]! | 0;
    const hi = words[word + 1]! | 0;
    const type = typeOf(hi);
    if (!isPresent(lo) || isMarked(lo) || ((plain >>> type) & 1) === 0) break;
    words[word] = ((lo >>> MFN_SHIFT) << MFN_SHIFT) | lowBits;
    words[word + 1] = (hi & (HI.MFN | HI.SUPPRESS_VE)) | highBits;
    if (type !== to) {
      if (to === P2MT.ioreq_server) ioreqEntries++;
      if (type === P2MT.ioreq_server) ioreqEntries--;
    }
    flushes++;
  }
  tables.ioreqEntries += ioreqEntries;
  tables.flushes += flushes;
  return gfn;
}

/** The lowest table on the path to a gfn; -1 where the path ends above, or is marked. */
function clearTableOf(tables: EptTables, gfn: number): number {
  let table = tables.root;
  for (let level = TOP_LEVEL; level > 0; level--) {
    const lo = tables.pages.words[(table << TABLE_SHIFT) + entryWord(gfn, level)]!;
    if (!isTable(lo) || isMarked(lo)) return -1;
    table = lo >>> MFN_SHIFT;
  }
  return table;
}
