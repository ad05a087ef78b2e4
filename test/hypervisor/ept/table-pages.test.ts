import { describe, expect, it } from 'vitest';
import { NO_TABLE, TablePages } from '../../../src/hypervisor/ept/table-pages.js';

const wordOf = (table: number) => table * 1024;

describe('TablePages', () => {
  it('wants a base that leaves the low word of an entry to the index', () => {
    expect(() => new TablePages(2 ** 20 - 1)).toThrow(
      new RangeError('page-table base 1048575 is not aligned'),
    );
    expect(new TablePages(3 * 2 ** 20).base).toBe(3 * 2 ** 20);
  });

  it('gives out tables one after the other, and released ones first', () => {
    const pages = new TablePages(0);
    const tables = [pages.allocate(), pages.allocate(), pages.allocate()];

    expect(tables).toEqual([0, 1, 2]);
    pages.release(1);
    expect([pages.allocate(), pages.allocate()]).toEqual([1, 3]);
  });

  it('keeps what the tables hold when it grows', () => {
    const pages = new TablePages(0);
    for (let table = 0; table < 100; table++) {
      const at = wordOf(pages.allocate());
      pages.words.fill(table + 1, at, at + 1024);
    }

    for (let table = 0; table < 100; table++) {
      const at = wordOf(table);
      expect(new Set(pages.words.subarray(at, at + 1024))).toEqual(new Set([table + 1]));
    }
  });

  it('grows by little', () => {
    const pages = new TablePages(0);
    for (let table = 0; table < 17; table++) pages.allocate();

    expect(pages.words.length).toBe(wordOf(32));
  });

  it('gives out what it would have, restored from what it saves, all of it empty', () => {
    const pages = new TablePages(0);
    for (let table = 0; table < 20; table++) pages.allocate();
    for (const table of [3, 7]) pages.release(table);
    const restored = new TablePages(0);
    restored.words[wordOf(restored.allocate())] = 1;

    restored.restore(pages.save());

    expect([restored.used, restored.words[0]]).toEqual([20, 0]);
    expect([1, 2, 3].map(() => restored.allocate())).toEqual([7, 3, 20]);
    expect(pages.allocate()).toBe(7);
  });

  it('knows how far it was ever used, and begins anew when nobody has a table', () => {
    const pages = new TablePages(0);
    for (let table = 0; table < 20; table++) pages.allocate();
    pages.release(7);
    const { length } = pages.words;
    expect(pages.used).toBe(20);

    pages.reset();

    expect([pages.used, pages.words.length]).toEqual([0, length]);
    expect([pages.allocate(), pages.allocate()]).toEqual([0, 1]);
  });

  it('has 2^20 tables, then none until one is released', () => {
    const pages = new TablePages(0);
    for (let table = 0; table < 2 ** 20; table++) pages.allocate();

    expect(pages.allocate()).toBe(NO_TABLE);
    expect(pages.words.length).toBe(2 ** 30);
    pages.release(7);
    expect(pages.allocate()).toBe(7);
  });
});
