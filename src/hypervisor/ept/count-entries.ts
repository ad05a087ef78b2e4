/** Entries of type ioreq_server, counted by walking: what the count that Xen keeps should be. */

import { P2MT } from '../abi/p2m-type.js';
import { MFN_SHIFT, typeOf } from './ept-entry.js';
import { isTable, TOP_LEVEL, type EptTables } from './ept-tables.js';
import { TABLE_SHIFT, WORDS_PER_TABLE } from './table-pages.js';

export const countIoreqEntries = (tables: EptTables): number =>
  countIoreqBelow(tables, tables.root, TOP_LEVEL);

/** Those in a table of that level, and in the tables below it. */
export function countIoreqBelow(tables: EptTables, table: number, level: number): number {
  const { words } = tables.pages;
  const at = table << TABLE_SHIFT;
  let count = 0;
  for (let word = at; word < at + WORDS_PER_TABLE; word += 2) {
    const lo = words[word]!;
    if (level > 0) count += isTable(lo) ? countIoreqBelow(tables, lo >>> MFN_SHIFT, level - 1) : 0;
    else if (typeOf(words[word + 1]! | 0) === P2MT.ioreq_server) count++;
  }
  return count;
}
