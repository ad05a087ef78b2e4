import { describe, expect, it } from 'vitest';
import { TablePages } from '../../../src/hypervisor/ept/table-pages.js';
import { TABLES, restoreTables, saveTables } from '../../../src/hypervisor/snapshot/table-state.js';
import { again, refusal, written } from '../../support/written.js';

const BASE = 2 ** 32;

/** Entries by index, in tables that are given out one after the other. */
function pagesWith(...tables: Record<number, bigint>[]) {
  const pages = new TablePages(BASE);
  for (const entries of tables) {
    const at = pages.allocate() << 10;
    pages.words.fill(0, at, at + 1024);
    for (const [index, raw] of Object.entries(entries)) {
      pages.words[at + 2 * Number(index)] = Number(raw & 0xffff_ffffn);
      pages.words[at + 2 * Number(index) + 1] = Number(raw >> 32n);
    }
  }
  return pages;
}

const runs = (entries: Record<number, bigint>) => saveTables(pagesWith(entries)).tables[0]?.runs;

describe('saveTables', () => {
  it('makes runs of entries that are alike, or whose frames follow each other', () => {
    expect(runs({ 0: 0x1007n, 1: 0x2007n, 2: 0x3007n, 3: 0x9007n })).toEqual([
      { index: 0, nr: 3, raw: 0x1007n, step: 0x1000n },
      { index: 3, nr: 1, raw: 0x9007n, step: 0n },
    ]);
    expect(runs({ 510: 1n << 63n, 511: 1n << 63n })).toEqual([
      { index: 510, nr: 2, raw: 1n << 63n, step: 0n },
    ]);
  });

  it('ends a run where the high word differs, and says nothing of zeros', () => {
    expect(runs({ 5: 0x1_0000_1000n, 6: 0x2_0000_2000n })).toEqual([
      { index: 5, nr: 1, raw: 0x1_0000_1000n, step: 0n },
      { index: 6, nr: 1, raw: 0x2_0000_2000n, step: 0n },
    ]);
    expect(runs({})).toEqual([]);
    expect(runs({ 1: 0x1000n })).toEqual([{ index: 1, nr: 1, raw: 0x1000n, step: 0n }]);
  });

  it('ends a run with its table', () => {
    const pages = pagesWith({ 510: 0x1007n, 511: 0x2007n }, { 0: 0x3007n });

    expect(saveTables(pages).tables[0]?.runs).toEqual([
      { index: 510, nr: 2, raw: 0x1007n, step: 0x1000n },
    ]);
  });
});

describe('restoreTables', () => {
  it('writes every word as it was, and gives tables out as it would have', () => {
    const pages = pagesWith({ 1: 0xdead_beef_1234_5678n }, { 2: 7n }, { 3: 0xffff_f000n, 4: 0n });
    pages.release(1);
    const copy = new TablePages(BASE);

    restoreTables(copy, again(TABLES, saveTables(pages)));

    const used = (of: TablePages, table: number) => [
      ...of.words.subarray(table << 10, (table + 1) << 10),
    ];
    expect([used(copy, 0), used(copy, 2)]).toEqual([used(pages, 0), used(pages, 2)]);
    expect([copy.allocate(), copy.allocate()]).toEqual([1, 3]);
  });
});

describe('TABLES', () => {
  const saved = written(TABLES, saveTables(pagesWith({ 0: 1n }, {}))) as Record<string, unknown>;

  // prettier-ignore
  it.each([
    ['a table that lacks',      { used: 3 },          '/tables must hold table 2'],
    ['the first one that does', { used: 1, tables: [] }, '/tables must hold table 0'],
    ['a free one that is used', { free: [1] },        '/tables/1/table must name table 1 once'],
    ['one beyond the last',     { free: [2] },        '/free/0 must be below 2'],
    ['more than there can be',  { used: 2 ** 20 + 1 }, '/used must be an integer from 0 to 1048576'],
  ])('refuses %s', (_, wrong, said) => {
    expect(refusal(TABLES, { ...saved, ...wrong })).toBe(said);
  });
});
