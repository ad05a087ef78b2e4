/**
 * The machine pages that hold EPT tables: 512 entries of 64 bits each, two 32-bit words an entry,
 * low word first. Every domain of a host takes its tables here.
 *
 * A table is known by its index; its machine frame is `base` plus that index. `base` is a multiple
 * of 2^20, so that an entry's low word alone tells the index of the table below it: a walk needs
 * no look-up. Pages lie in chunks of eight, which keeps an almost empty host small and a full one
 * within a hundredth of 8 bytes an entry.
 */

export const ENTRIES = 512;
export const WORDS_PER_TABLE = 2 * ENTRIES;

/** No table: nothing was left to allocate from. */
export const NO_TABLE = -1;

const CHUNK_SHIFT = 3;
const TABLES_PER_CHUNK = 1 << CHUNK_SHIFT;
const MAX_TABLES = 2 ** 20;

export class TablePages {
  /** Machine frame of table 0, a multiple of 2^20. */
  readonly base: number;
  readonly chunks: Uint32Array[] = [];
  readonly #free: number[] = [];

  constructor(base: number) {
    if (base % MAX_TABLES !== 0) throw new RangeError(`page-table base ${base} is not aligned`);
    this.base = base;
  }

  /** An index, its words left as they were; `NO_TABLE` past 2^20 tables. */
  allocate(): number {
    if (this.#free.length === 0 && !this.#grow()) return NO_TABLE;
    return this.#free.pop()!;
  }

  release(table: number): void {
    this.#free.push(table);
  }

  /** The words of the chunk in which a table lies: it begins at `wordsAt(table)`. */
  chunkOf(table: number): Uint32Array {
    return this.chunks[table >>> CHUNK_SHIFT]!;
  }

  #grow(): boolean {
    const first = this.chunks.length * TABLES_PER_CHUNK;
    if (first >= MAX_TABLES) return false;
    this.chunks.push(new Uint32Array(TABLES_PER_CHUNK * WORDS_PER_TABLE));
    for (let table = first + TABLES_PER_CHUNK - 1; table >= first; table--) this.#free.push(table);
    return true;
  }
}

/** Where a table's first word lies in its chunk. */
export const wordsAt = (table: number): number => (table & (TABLES_PER_CHUNK - 1)) << 10;
