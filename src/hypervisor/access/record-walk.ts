/** Puts into a trace each EPT entry that a walk for a gfn sees. */

import { LO, MFN_SHIFT } from '../ept/ept-entry.js';
import { entryWord, GFN_LIMIT, TOP_LEVEL, type EptTables } from '../ept/ept-tables.js';
import { TABLE_SHIFT } from '../ept/table-pages.js';
import type { Recorder } from './trace.js';

export function recordWalk(recorder: Recorder, tables: EptTables, gfn: number): void {
  if (gfn >= GFN_LIMIT) return;
  const layout = tables.layout === 'access_59' ? 1 : 0;
  let table = tables.root;
  for (let level = TOP_LEVEL; level >= 0; level--) {
    const { words } = tables.pages;
    const word = (table << TABLE_SHIFT) + entryWord(gfn, level);
    const lo = words[word]!;
    recorder.record('ept_walk', level, gfn, layout, lo, words[word + 1]!);
    if ((lo & LO.RWX) === 0 || (lo & LO.SP) !== 0) return;
    table = lo >>> MFN_SHIFT;
  }
}
