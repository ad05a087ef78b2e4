/**
 * All EPT tables of a host in a snapshot: their raw entries, as runs. In a run each entry is the one before plus
 * `step`, which is 0 or what the frame of a mapping grows by; entries of which no run speaks are 0.
 */

import { TABLE_SHIFT, ENTRIES, type TablePages } from '../ept/table-pages.js';
import { BrokenSnapshot, bits, whole, type Field, type ValueOf } from './field.js';
import { list, record } from './record.js';

const MOST_TABLES = 2 ** 20;
/** By how much the low word of an entry grows from one page of 4 KiB, 2 MiB or 1 GiB to the next. */
const STEPS: ReadonlySet<number> = new Set([0, 0x1000, 0x20_0000, 0x4000_0000]);
const LOW_WORD = 0xffff_ffffn;

const RUN = record({
  index: whole(ENTRIES - 1),
  nr: whole(ENTRIES, 1),
  raw: bits(64),
  step: bits(31),
});
type Run = ValueOf<typeof RUN>;

const TABLE = record({ table: whole(MOST_TABLES - 1), runs: list(RUN) });

const SHAPE = record({
  used: whole(MOST_TABLES),
  free: list(whole(MOST_TABLES - 1)),
  tables: list(TABLE),
});

type Saved = ValueOf<typeof SHAPE>;

/** Every table below `used` is free, or stands among `tables`. */
export const TABLES: Field<Saved> = {
  write: (value, form) => SHAPE.write(value, form),
  read(data, at, form) {
    const saved = SHAPE.read(data, at, form);
    const seen = new Uint8Array(saved.used);
    const see = (table: number, where: string) => {
      if (table >= saved.used) throw new BrokenSnapshot(where, `must be below ${saved.used}`);
      if (seen[table] !== 0) throw new BrokenSnapshot(where, `must name table ${table} once`);
      seen[table] = 1;
    };
    saved.free.forEach((table, index) => see(table, `${at}/free/${index}`));
    saved.tables.forEach(({ table }, index) => see(table, `${at}/tables/${index}/table`));
    const lacking = seen.indexOf(0);
    if (lacking >= 0) throw new BrokenSnapshot(`${at}/tables`, `must hold table ${lacking}`);
    return saved;
  },
};

export function saveTables(pages: TablePages): Saved {
  const { used, free } = pages.save();
  const isFree = new Uint8Array(used);
  for (const table of free) isFree[table] = 1;
  const tables: Saved['tables'] = [];
  for (let table = 0; table < used; table++)
    if (isFree[table] === 0)
      tables.push({ table, runs: runsOf(pages.words, table << TABLE_SHIFT) });
  return { used, free, tables };
}

export function restoreTables(pages: TablePages, { used, free, tables }: Saved): void {
  pages.restore({ used, free });
  for (const { table, runs } of tables)
    for (const run of runs) writeRun(pages.words, table << TABLE_SHIFT, run);
}

function runsOf(words: Uint32Array, at: number): Run[] {
  const runs: Run[] = [];
  for (let index = 0; index < ENTRIES;) {
    const word = at + 2 * index;
    const [lo = 0, hi = 0] = [words[word], words[word + 1]];
    const nr = lo === 0 && hi === 0 ? 1 : runLength(words, word, ENTRIES - index);
    if (lo !== 0 || hi !== 0) {
      const step = nr > 1 ? BigInt(words[word + 2]! - lo) : 0n;
      runs.push({ index, nr, raw: (BigInt(hi) << 32n) | BigInt(lo), step });
    }
    index += nr;
  }
  return runs;
}

/** Entries from `word` on of which each differs from the one before by the same step, all with one high word. */
function runLength(words: Uint32Array, word: number, most: number): number {
  const [lo = 0, hi = 0] = [words[word], words[word + 1]];
  const step = most > 1 ? words[word + 2]! - lo : 0;
  if (!STEPS.has(step)) return 1;
  let nr = 1;
  while (nr < most && words[word + 2 * nr] === lo + nr * step && words[word + 2 * nr + 1] === hi)
    nr++;
  return nr;
}

function writeRun(words: Uint32Array, at: number, { index, nr, raw, step }: Run): void {
  const [lo, hi] = [Number(raw & LOW_WORD), Number(raw >> 32n)];
  const end = Math.min(index + nr, ENTRIES);
  for (let entry = index; entry < end; entry++) {
    words[at + 2 * entry] = lo + (entry - index) * Number(step);
    words[at + 2 * entry + 1] = hi;
  }
}
