import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { P2MA } from '../../../src/hypervisor/abi/p2m-access.js';
import { rawOf } from '../../../src/hypervisor/ept/ept-entry.js';
import {
  entryWord,
  EptTables,
  isPresent,
  isTable,
  isValid,
} from '../../../src/hypervisor/ept/ept-tables.js';
import { PageTablePool } from '../../../src/hypervisor/ept/page-table-pool.js';
import { NO_TABLE, TablePages } from '../../../src/hypervisor/ept/table-pages.js';
import { entriesOf, entryAt, map, newTables, PAGES } from '../../support/ept.js';

const FRAME = 0x000f_ffff_ffff_f000n;
const EMPTY = '8000000000000000';

const wordsOf = (table: number) => [...PAGES.words.subarray(table * 1024, table * 1024 + 1024)];

describe('EptTables', () => {
  it('begins with a root of zeros, whatever the page held before', () => {
    const { tables } = newTables();

    expect(new Set(wordsOf(tables.root))).toEqual(new Set([0]));
    expect(tables.pool).toMatchObject({ allocated: 1, inUse: 1 });
    expect(tables).toMatchObject({ maxMappedGfn: 0, ioreqEntries: 0, flushes: 0 });
  });

  it('fills every other table with entries that suppress #VE', () => {
    const { tables } = newTables();
    const words = wordsOf(tables.newTable());

    expect(words.filter((_, index) => index % 2 === 0).every((lo) => lo === 0)).toBe(true);
    expect(words.filter((_, index) => index % 2 === 1).every((hi) => hi === 0x8000_0000)).toBe(
      true,
    );
  });

  it('has no table when the pool is empty', () => {
    const { tables } = newTables();
    tables.pool.available = 0;

    expect(tables.newTable()).toBe(NO_TABLE);
  });

  // prettier-ignore
  it.each([
    // layout      a/d     default access  entry that leads to a table, without its frame
    ['access_58',  true,   'rwx',          '9c00000000000107'],
    ['access_58',  false,  'rwx',          '9c00000000000007'],
    ['access_58',  true,   'rw',           '8c00000000000107'],
    ['access_59',  true,   'rwx',          'b800000000000107'],
  ] as const)('%s, a and d %s, default access %s: middle entry %s', (layout, adBits, access, raw) => {
    const { tables } = newTables({ layout, adBits });
    tables.defaultAccess = P2MA[access];

    const middle = rawOf(tables.middleLo(tables.newTable()), tables.middleHi());

    expect(middle & ~FRAME).toBe(BigInt(`0x${raw}`));
    expect(tables.accessOf(tables.middleHi())).toBe(P2MA[access]);
  });

  it("finds a table's machine frame by its index", () => {
    const { tables } = newTables();
    const table = tables.newTable();
    const middle = rawOf(tables.middleLo(table), tables.middleHi());

    expect((middle & FRAME) >> 12n).toBe(BigInt(PAGES.base + table));
    expect(PAGES.base % 2 ** 20).toBe(0);
  });
});

describe('EptTables.flush', () => {
  it('flushes at once without the p2m lock', () => {
    const { tables } = newTables();

    tables.flush();
    tables.flush();

    expect(tables.flushes).toBe(2);
  });

  it('waits for the end of the lock, which nests, and flushes once', () => {
    const { tables } = newTables();

    tables.lock();
    tables.flush();
    tables.lock();
    tables.flush();
    tables.unlock();
    expect(tables.flushes).toBe(0);
    tables.unlock();
    expect(tables.flushes).toBe(1);
    tables.lock();
    tables.unlock();
    expect(tables.flushes).toBe(1);
  });

  it('does not wait where a page is about to go back that CPUs may walk', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0x200 });
    const flushesBefore = tables.flushes;

    tables.lock();
    tables.flush();
    const middle = PAGES.words[tables.root * 1024]!;
    tables.freeBelow(middle, 3);
    expect(tables.flushes).toBe(flushesBefore + 1);
    tables.unlock();
    expect(tables.flushes).toBe(flushesBefore + 1);
  });
});

describe('EptTables.freeBelow and destroy', () => {
  it('give back every table below an entry, and all of them', () => {
    const { tables } = newTables();
    for (const gfn of [0, 0x200, 0x4_0000, 0x800_0000]) map(tables, { gfn });
    expect(tables.pool.inUse).toBe(10);

    tables.freeBelow(PAGES.words[tables.root * 1024]!, 3);
    expect(tables.pool.inUse).toBe(10 - 6);
  });

  it('leave alone what leads to no table', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0x200, order: 9 });
    const before = tables.pool.inUse;

    tables.freeBelow(0b111, 0);
    tables.freeBelow(0b111 | (1 << 7), 1);
    tables.freeBelow(0, 3);

    expect(tables.pool.inUse).toBe(before);
  });

  it('leave a root that leads nowhere, once cleared', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0x200 });

    tables.clear();

    expect([entriesOf(tables), tables.pool.inUse]).toEqual([[], 1]);
  });

  it('leave nothing in use at the end', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0x200 });
    map(tables, { gfn: 0x4_0000, order: 18 });
    map(tables, { gfn: 0x4_0005 });

    tables.destroy();

    expect(tables.pool.inUse).toBe(0);
  });
});

describe('a domain for which the host has no page', () => {
  it('cannot have tables', () => {
    const { tables } = newTables();
    const full = new TablePages(0);
    while (full.allocate() !== NO_TABLE);

    const { permissions, memoryTypes, policy, layout } = tables;
    const pool = new PageTablePool(full);
    const build = () =>
      new EptTables({ pool, permissions, memoryTypes, policy, layout, adBits: true });

    expect(build).toThrow(new RangeError('no page is left for the root table'));
  });
});

describe('entryWord', () => {
  it('is twice nine bits of the gfn at every level, also beyond 2^31', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 36 - 1 }), fc.nat(3), (gfn, level) => {
        const index = (BigInt(gfn) >> BigInt(9 * level)) & 511n;

        expect(entryWord(gfn, level)).toBe(2 * Number(index));
      }),
    );
  });
});

describe('isPresent, isTable and isValid', () => {
  // prettier-ignore
  it.each([
    // entry              present  leads to a table  says something
    ['0000000000000000',  false,   false,            false],
    ['8000000000000000',  false,   false,            false],
    ['8010000000000000',  false,   false,            false],
    ['9c00000000000107',  true,    true,             true],
    ['9c000001006003f7',  true,    false,            true],
    ['9c6ffffffffff080',  false,   false,            true],
    ['9c40000100801000',  false,   false,            true],
    ['8000000100600300',  false,   false,            true],
    ['8000000100000000',  false,   false,            true],
    ['8000000000001000',  false,   false,            true],
  ])('of %s: %s, %s, %s', (entry, present, table, valid) => {
    const raw = BigInt(`0x${entry}`);
    const [lo, hi] = [Number(raw & 0xffff_ffffn), Number(raw >> 32n)];

    expect([isPresent(lo), isTable(lo), isValid(lo, hi)]).toEqual([present, table, valid]);
  });
});

describe('empty entries', () => {
  it('suppress #VE in every table but the root', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0 });

    expect(entryAt(tables, 0x800_0000)).toBe('0000000000000000');
    expect([1, 0x200, 0x4_0000].map((gfn) => entryAt(tables, gfn))).toEqual([EMPTY, EMPTY, EMPTY]);
    expect(entriesOf(tables)).toHaveLength(4);
  });
});
