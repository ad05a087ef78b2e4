/**
 * Resolving the marks of many gfns, a table at a time: what resolves one gfn of a lowest table
 * resolves all of it, so its neighbours need only be looked at.
 *
 * Reference: xen/arch/x86/mm/p2m.c, finish_type_change().
 */

import { EMT_INVALID_BITS, MFN_SHIFT } from './ept-entry.js';
import { resolveMisconfig } from './ept-misconfig.js';
import { entryWord, isTable, TOP_LEVEL, type EptTables } from './ept-tables.js';
import { ENTRIES, TABLE_SHIFT } from './table-pages.js';

/**
 * Resolve every gfn of `first`..`last`, as one call of `resolveMisconfig` for each would.
 * 0, or -ENOMEM at the first gfn that fails.
 */
export function resolveRange(tables: EptTables, first: number, last: number): number {
  for (let gfn = first; gfn <= last;) {
    const rc = resolveMisconfig(tables, gfn);
    if (rc < 0) return rc;
    gfn = nextToResolve(tables, gfn, last);
  }
  return 0;
}

/** The next gfn after one that is resolved whose resolution could still find a mark. */
function nextToResolve(tables: EptTables, gfn: number, last: number): number {
  let table = tables.root;
  for (let level = TOP_LEVEL; level > 0; level--) {
    const lo = tables.pages.words[(table << TABLE_SHIFT) + entryWord(gfn, level)]! | 0;
    if (!isTable(lo)) {
      const pages = 2 ** (9 * level);
      return gfn - (gfn % pages) + pages;
    }
    table = lo >>> MFN_SHIFT;
  }
  const { words } = tables.pages;
  const tableStart = gfn - (gfn % ENTRIES);
  const stop = Math.min(last, tableStart + ENTRIES - 1);
  const at = table << TABLE_SHIFT;
  const end = at + 2 * (stop - tableStart);
  const marked = EMT_INVALID_BITS;
  for (let word = at + 2 * (gfn - tableStart + 1); word <= end; word += 2)
    if (((words[word]! | 0) & marked) === marked) return tableStart + ((word - at) >> 1);
  return stop + 1;
}
