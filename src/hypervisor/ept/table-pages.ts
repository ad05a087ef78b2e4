/**
 * The machine pages that hold EPT tables: 512 entries of 64 bits each, two 32-bit words an entry,
 * low word first. Every domain of a host takes its tables here.
 *
 * A table is known by its index, and its words begin at `index << 10` in one array, so that a walk
 * is four loads. Its machine frame is `base` plus its index; `base` is a multiple of 2^20, so an
 * entry's low word alone tells the index of the table below it.
 *
 * The memory is a WebAssembly.Memory for the one thing that ordinary arrays lack: it grows in place.
 * Growing replaces `words`, so whoever allocates has to read it anew. It is a shared one although no
 * thread shares it: growing another detaches its buffer, and once a buffer has been detached V8 asks
 * at every access to any typed array whether this one is.
 */

export const ENTRIES = 512;
export const WORDS_PER_TABLE = 2 * ENTRIES;
/** `table << TABLE_SHIFT` is where a table's words begin. */
export const TABLE_SHIFT = 10;

/** No table: nothing was left to allocate from. */
export const NO_TABLE = -1;

/** The part of the global that is used; the ECMAScript library of the compiler does not have it. */
declare const WebAssembly: {
  Memory: new (size: { initial: number; maximum: number; shared: true }) => {
    readonly buffer: SharedArrayBuffer;
    grow(pages: number): number;
  };
};

/** The memory grows in steps of 64 KiB, by as little of what there is: a growth takes a microsecond. */
const TABLES_PER_STEP = 16;
const GROWTH = 1 / 64;
const MAX_TABLES = 2 ** 20;
const MAX_STEPS = MAX_TABLES / TABLES_PER_STEP;

export class TablePages {
  /** Machine frame of table 0, a multiple of 2^20. */
  readonly base: number;
  words: Uint32Array;
  readonly #memory = new WebAssembly.Memory({ initial: 1, maximum: MAX_STEPS, shared: true });
  readonly #free: number[] = [];
  #used = 0;

  constructor(base: number) {
    if (base % MAX_TABLES !== 0) throw new RangeError(`page-table base ${base} is not aligned`);
    this.base = base;
    this.words = new Uint32Array(this.#memory.buffer);
  }

  /** Tables that were ever in use: none lies behind them. */
  get used(): number {
    return this.#used;
  }

  /** Nobody has a table any more; the memory is kept for those who come. */
  reset(): void {
    this.#free.length = 0;
    this.#used = 0;
  }

  /** An index, its words left as they were; `NO_TABLE` when 2^20 tables are in use. */
  allocate(): number {
    const freed = this.#free.pop();
    if (freed !== undefined) return freed;
    if (this.#used << TABLE_SHIFT === this.words.length && !this.#grow()) return NO_TABLE;
    return this.#used++;
  }

  release(table: number): void {
    this.#free.push(table);
  }

  /** How tables are given out next; their words are `words`. */
  save() {
    return { used: this.#used, free: [...this.#free] };
  }

  /** The tables below `used` exist and are empty; their words are for whoever restores to write. */
  restore({ used, free }: ReturnType<TablePages['save']>): void {
    this.reset();
    while (this.#used < used) this.allocate();
    this.words.fill(0, 0, used << TABLE_SHIFT);
    this.#free.push(...free);
  }

  #grow(): boolean {
    const steps = this.#used / TABLES_PER_STEP;
    if (steps === MAX_STEPS) return false;
    this.#memory.grow(Math.min(Math.ceil(steps * GROWTH), MAX_STEPS - steps));
    this.words = new Uint32Array(this.#memory.buffer);
    return true;
  }
}
