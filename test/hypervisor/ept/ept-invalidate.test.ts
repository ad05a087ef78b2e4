import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  invalidateAll,
  invalidateRange,
  invalidateTable,
} from '../../../src/hypervisor/ept/ept-invalidate.js';
import type { EptTables } from '../../../src/hypervisor/ept/ept-tables.js';
import { entriesOf, entryAt, map, newTables } from '../../support/ept.js';

const ENOMEM = -12;
const [EMT, RECALC, RWX, SP] = [7n << 3n, 1n << 10n, 0b111n, 1n << 7n];

/** 2 MiB at 0x200 and 0x400, pages from 0x600 on, 1 GiB at 0x40000. */
function variedTables() {
  const { tables } = newTables();
  map(tables, { gfn: 0x200, order: 9 });
  map(tables, { gfn: 0x400, order: 9 });
  for (let gfn = 0x600; gfn < 0x608; gfn++) map(tables, { gfn });
  map(tables, { gfn: 0x608, type: 'mmio_dm' });
  map(tables, { gfn: 0x609, access: 'n' });
  map(tables, { gfn: 0x4_0000, order: 18 });
  return tables;
}

/** Level and first gfn of every marked entry. */
const markedOf = (tables: EptTables) =>
  entriesOf(tables)
    .map((entry) => entry.split(' '))
    .filter(([, , raw]) => (BigInt(`0x${raw!}`) & EMT) === EMT)
    .map(([level, gfn]) => `${level!} ${gfn!}`);

describe('invalidateAll', () => {
  it('writes the present entries of the root alone', () => {
    const tables = variedTables();
    map(tables, { gfn: 0x800_0000 });
    const below = entriesOf(tables).filter((entry) => !entry.startsWith('3'));

    invalidateAll(tables, true);

    expect([0, 0x800_0000, 0x1000_0000].map((gfn) => entryAt(tables, gfn, 3))).toEqual([
      '9c0000000000053f',
      '9c0000000000053f',
      '0000000000000000',
    ]);
    expect(entriesOf(tables).filter((entry) => !entry.startsWith('3'))).toEqual(below);
  });

  // prettier-ignore
  it.each([
    // calls          root entry after each  flushes
    [[true],          ['53f'],               1],
    [[false],         ['13f'],               1],
    [[true, true],    ['53f', '53f'],        1],
    [[false, false],  ['13f', '13f'],        1],
    [[false, true],   ['13f', '53f'],        2],
    [[true, false],   ['53f', '53f'],        1],
  ])('asking for types %j writes ...%j and flushes %i times', (calls, entries, flushes) => {
    const tables = variedTables();
    const before = tables.flushes;

    const seen = calls.map((recalc) => {
      invalidateAll(tables, recalc);
      return entryAt(tables, 0, 3)!.slice(-3);
    });

    expect(seen).toEqual(entries);
    expect(tables.flushes - before).toBe(flushes);
  });

  it('does nothing to an empty map', () => {
    const { tables } = newTables();

    invalidateAll(tables, true);

    expect([entriesOf(tables), tables.flushes]).toEqual([[], 0]);
  });
});

describe('invalidateTable', () => {
  it('says whether anything was left to mark', () => {
    const tables = variedTables();

    expect(invalidateTable(tables, tables.root, false)).toBe(true);
    expect(invalidateTable(tables, tables.root, false)).toBe(false);
  });
});

describe('invalidateRange', () => {
  // prettier-ignore
  it.each([
    // first     last        marked, by level and gfn
    ['0x200',    '0x3ff',    ['1 200']],
    ['0x200',    '0x5ff',    ['1 200', '1 400']],
    ['0x600',    '0x7ff',    ['1 600']],
    ['0x200',    '0x7ff',    ['1 200', '1 400', '1 600']],
    ['0x601',    '0x603',    ['0 601', '0 602', '0 603']],
    ['0x607',    '0x60f',    ['0 607']],
    ['0x500',    '0x501',    ['0 500', '0 501']],
    ['0x5fe',    '0x602',    ['0 5fe', '0 5ff', '0 600', '0 601', '0 602']],
    ['0x40000',  '0x7ffff',  ['2 40000']],
    ['0x0',      '0x3ffff',  ['2 0']],
    ['0x200',    '0x401ff',  ['1 200', '1 400', '1 600', '1 40000']],
    ['0x80000',  '0xfffff',  []],
  ] as const)('gfns %s to %s: marks %j', (first, last, marked) => {
    const tables = variedTables();

    expect(invalidateRange(tables, Number(first), Number(last))).toBe(0);
    expect(markedOf(tables)).toEqual(marked);
  });

  it('marks 512 GiB by one entry of the root', () => {
    const tables = variedTables();
    map(tables, { gfn: 0x800_0000 });

    expect(invalidateRange(tables, 0x800_0000, 0xfff_ffff)).toBe(0);

    expect(markedOf(tables)).toEqual(['3 8000000']);
  });

  it('marks a superpage as it is, and splits one that lies across an end', () => {
    const tables = variedTables();
    invalidateRange(tables, 0x200, 0x400);

    expect([0x200, 0x400, 0x401].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c000001002007ff',
      '9c0000010040077f',
      '9c00000100401377',
    ]);
  });

  it('splits 1 GiB to 4 KiB for an end within it', () => {
    const tables = variedTables();
    const before = tables.pool.allocated;

    invalidateRange(tables, 0x4_0000, 0x4_0200);

    expect(tables.pool.allocated - before).toBe(513);
    expect(entryAt(tables, 0x4_0000, 1)).toBe('9c0000000000053f');
    expect(entryAt(tables, 0x4_0200)).toBe('9c0000014020077f');
    tables.destroy();
  });

  it('splits what is to be populated, but has nothing to mark there', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0x200, order: 9, type: 'populate_on_demand' });

    invalidateRange(tables, 0x200, 0x210);

    expect(entryAt(tables, 0x206)).toBe('9c60000000005000');
    expect([markedOf(tables), tables.flushes]).toEqual([[], 0]);
  });

  it('flushes once if anything was marked', () => {
    const tables = variedTables();
    const before = tables.flushes;

    invalidateRange(tables, 0x1ff, 0x602);
    invalidateRange(tables, 0x1ff, 0x602);

    expect(tables.flushes - before).toBe(1);
  });

  it('answers ENOMEM where it could not split, what it marked till then left marked', () => {
    const tables = variedTables();
    const before = tables.flushes;
    tables.pool.available = 0;

    expect(invalidateRange(tables, 0x602, 0x4_0005)).toBe(ENOMEM);
    expect(markedOf(tables)).toEqual(['0 602', '0 603', '0 604', '0 605', '0 606', '0 607']);
    expect(tables.flushes - before).toBe(1);
  });

  it('flushes even where it could not split anything', () => {
    const tables = variedTables();
    const before = tables.flushes;
    tables.pool.available = 0;

    expect(invalidateRange(tables, 0x4_0000, 0x4_0005)).toBe(ENOMEM);
    expect([markedOf(tables), tables.flushes - before]).toEqual([[], 1]);
  });

  it('reaches every page of the range that is present, and no other', () => {
    const ends = fc.tuple(fc.nat(0xfff), fc.nat(0xfff)).map((pair) => pair.sort((a, b) => a - b));

    fc.assert(
      fc.property(ends, ([first, last]) => {
        const { tables } = newTables();
        map(tables, { gfn: 0x200, order: 9 });
        map(tables, { gfn: 0x600, order: 9 });
        for (const gfn of [0x400, 0x5ff, 0x800, 0x9ff]) map(tables, { gfn });

        invalidateRange(tables, first, last);

        for (const gfn of [0x200, 0x3ff, 0x400, 0x5ff, 0x600, 0x7ff, 0x800, 0x9ff])
          expect(isMarkedSomewhere(tables, gfn)).toBe(gfn >= first && gfn <= last);
        tables.destroy();
      }),
      { numRuns: 100 },
    );
  });
});

/** Whether any entry on the path of a mapped gfn is marked for recalculation. */
function isMarkedSomewhere(tables: EptTables, gfn: number): boolean {
  for (let level = 3; level >= 0; level--) {
    const raw = BigInt(`0x${entryAt(tables, gfn, level)!}`);
    if ((raw & (EMT | RECALC)) === (EMT | RECALC)) return true;
    if ((raw & RWX) === 0n || (raw & SP) !== 0n) return false;
  }
  return false;
}
