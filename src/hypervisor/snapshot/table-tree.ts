/** Whether the tables of a snapshot make one tree for each domain: what lies in no tree, or in two, is refused. */

import { isTable, TOP_LEVEL } from '../ept/ept-tables.js';
import { MFN_SHIFT } from '../ept/ept-entry.js';
import { TABLE_SHIFT, WORDS_PER_TABLE, type TablePages } from '../ept/table-pages.js';
import { BrokenSnapshot } from './field.js';

export class TableTrees {
  readonly #words: Uint32Array;
  /** 1: nobody has it yet. */
  readonly #unclaimed: Uint8Array;
  #left = 0;

  constructor(pages: TablePages) {
    const { used, free } = pages.save();
    this.#words = pages.words;
    this.#unclaimed = new Uint8Array(used).fill(1);
    for (const table of free) this.#unclaimed[table] = 0;
    this.#left = used - free.length;
  }

  /** Tables that are in use and in no tree. */
  get left(): number {
    return this.#left;
  }

  /** The tree below a root is a domain's; how many tables it has. */
  claim(root: number, at: string): number {
    const before = this.#left;
    this.#claim(root, TOP_LEVEL, at);
    return before - this.#left;
  }

  #claim(table: number, level: number, at: string): void {
    if (this.#unclaimed[table] !== 1)
      throw new BrokenSnapshot(at, `leads to table ${table}, which is not in use or in two trees`);
    this.#unclaimed[table] = 0;
    this.#left--;
    if (level === 0) return;
    const first = table << TABLE_SHIFT;
    for (let word = first; word < first + WORDS_PER_TABLE; word += 2) {
      const lo = this.#words[word]!;
      if (isTable(lo)) this.#claim(lo >>> MFN_SHIFT, level - 1, at);
    }
  }
}
