/**
 * Marking: entries get a memory type that hardware refuses, so that the next access through them
 * stops as an EPT misconfiguration and what they say is computed anew. Marking a table's entries
 * marks everything below them, at the price of at most 512 writes.
 *
 * Reference: xen/arch/x86/mm/p2m-ept.c, ept_invalidate_emt_subtree(), ept_invalidate_emt_range(),
 * ept_change_entry_type_global(), ept_change_entry_type_range(), ept_memory_type_changed().
 */

import { ERRNO } from '../abi/errno.js';
import { P2MT } from '../abi/p2m-type.js';
import { EMT_INVALID_BITS, LO, MFN_SHIFT, typeOf } from './ept-entry.js';
import { splitSuperpage } from './ept-split.js';
import { entryWord, isPresent, isTable, TOP_LEVEL, type EptTables } from './ept-tables.js';
import { ENTRIES, NO_TABLE, TABLE_SHIFT } from './table-pages.js';

const MARK = EMT_INVALID_BITS;
const MARK_RECALC = EMT_INVALID_BITS | LO.RECALC;

/** Mark a table's present entries; `recalc` asks for their types, else for memory types only. */
export function invalidateTable(tables: EptTables, table: number, recalc: boolean): boolean {
  return mark(tables, table, 0, ENTRIES - 1, recalc ? MARK_RECALC : MARK);
}

/** Mark the whole map by its root table; a flush if anything was left to mark. */
export function invalidateAll(tables: EptTables, recalc: boolean): void {
  if (invalidateTable(tables, tables.root, recalc)) tables.flush();
}

/**
 * Mark gfns `first`..`last` for recalculation by the fewest entries, splitting superpages that lie
 * across an end. 0, or -ENOMEM with what was marked till then left marked.
 */
export function invalidateRange(tables: EptTables, first: number, last: number): number {
  let changed = false;
  let rc = 0;
  for (let level = 0; level <= TOP_LEVEL;) {
    const span = 2 ** (9 * (level + 1));
    let done: boolean;
    if (first % span !== 0) {
      const end = Math.min(first - (first % span) + span - 1, last);
      rc = invalidateWithin(tables, level, first, end);
      done = end >= last;
      first = end + 1;
    } else if (last % span !== span - 1) {
      const start = Math.max(first, last - (last % span));
      rc = invalidateWithin(tables, level, start, last);
      done = start <= first;
      last = start - 1;
    } else {
      level++;
      continue;
    }
    changed ||= rc !== 0;
    if (done || rc < 0) break;
  }
  if (changed) tables.flush();
  return Math.min(rc, 0);
}

/** Mark entries at `target` for a range that lies in one table there: 1 if any was marked. */
function invalidateWithin(tables: EptTables, target: number, first: number, last: number): number {
  let table = tables.root;
  for (let level = TOP_LEVEL; level > target; level--) {
    const word = (table << TABLE_SHIFT) + entryWord(first, level);
    const lo = tables.pages.words[word]!;
    const hi = tables.pages.words[word + 1]!;
    const populatedLater = typeOf(hi) === P2MT.populate_on_demand;
    if (!isPresent(lo) && !populatedLater) return 0;
    if (!isTable(lo)) {
      const middle = splitSuperpage(tables, lo, hi, level, target);
      if (middle === NO_TABLE) return -ERRNO.ENOMEM;
      tables.pages.words[word] = middle;
      tables.pages.words[word + 1] = tables.middleHi();
    }
    table = tables.pages.words[word]! >>> MFN_SHIFT;
  }
  const from = entryWord(first, target) >> 1;
  const to = entryWord(last, target) >> 1;
  return mark(tables, table, from, to, MARK_RECALC) ? 1 : 0;
}

/** Whether there was anything left to mark. */
function mark(tables: EptTables, table: number, from: number, to: number, bits: number): boolean {
  const { words } = tables.pages;
  const first = (table << TABLE_SHIFT) + 2 * from;
  const end = first + 2 * (to - from);
  const { RWX } = LO;
  let added = 0;
  for (let word = first; word <= end; word += 2) {
    const lo = words[word]! | 0;
    if ((lo & RWX) === 0) continue;
    added |= bits & ~lo;
    words[word] = lo | bits;
  }
  return added !== 0;
}
