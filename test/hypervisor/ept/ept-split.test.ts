import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { P2MA, type P2mAccessName } from '../../../src/hypervisor/abi/p2m-access.js';
import { P2MT, type P2mTypeName } from '../../../src/hypervisor/abi/p2m-type.js';
import { typeOf } from '../../../src/hypervisor/ept/ept-entry.js';
import { EptCursor, findEntry } from '../../../src/hypervisor/ept/ept-find.js';
import { splitSuperpage } from '../../../src/hypervisor/ept/ept-split.js';
import type { EptTables } from '../../../src/hypervisor/ept/ept-tables.js';
import { NO_TABLE } from '../../../src/hypervisor/ept/table-pages.js';
import {
  entryAt,
  map,
  newTables,
  PAGES,
  wordAt,
  type Mapped,
  type TablesOptions,
} from '../../support/ept.js';

/** Map a superpage at gfn 0 of its size and split its entry down to a level. */
function splitAt(
  level: 1 | 2,
  target: 0 | 1,
  mapped: Partial<Mapped> = {},
  options: TablesOptions = {},
) {
  const { tables } = newTables(options);
  map(tables, { gfn: 0, mfn: 0x20_0000, order: level === 1 ? 9 : 18, ...mapped });
  const allocated = tables.pool.allocated;
  split(tables, level, target);
  return { tables, taken: tables.pool.allocated - allocated };
}

function split(tables: EptTables, level: number, target: number): number {
  const word = wordAt(tables, 0, level);
  const middle = splitSuperpage(tables, PAGES.words[word]!, PAGES.words[word + 1]!, level, target);
  if (middle === NO_TABLE) return middle;
  PAGES.words[word] = middle;
  PAGES.words[word + 1] = tables.middleHi();
  return middle;
}

/** Two tables of which one lies right behind the other. */
function neighbours(tables: EptTables): [own: number, behind: number] {
  for (let own = tables.newTable(); ;) {
    const next = tables.newTable();
    if (next === own + 1) return [own, next];
    own = next;
  }
}

describe('splitSuperpage', () => {
  it('makes 512 pages of 2 MiB, each at its frame, below an entry without mark', () => {
    const { tables, taken } = splitAt(1, 0);

    expect(taken).toBe(1);
    expect([0, 1, 511].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c00000200000377',
      '9c00000200001377',
      '9c000002001ff377',
    ]);
    expect(entryAt(tables, 0, 1)).toBe('9c00000000000107');
  });

  it('makes 512 superpages of 1 GiB where 2 MiB are small enough', () => {
    const { tables, taken } = splitAt(2, 1);

    expect(taken).toBe(1);
    expect([0, 0x200, 0x3_fe00].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c000002000003f7',
      '9c000002002003f7',
      '9c0000023fe003f7',
    ]);
  });

  it('makes 262144 pages of 1 GiB where one has to be 4 KiB, with 513 tables', () => {
    const { tables, taken } = splitAt(2, 0);

    expect(taken).toBe(513);
    expect([0, 0x200, 0x3_ffff].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c00000200000377',
      '9c00000200200377',
      '9c0000023ffff377',
    ]);
    expect([0, 0x3_fe00].map((gfn) => entryAt(tables, gfn, 1))).toEqual([
      '9c00000000000107',
      '9c00000000000107',
    ]);
    tables.destroy();
  });

  it('hands memory type and marks down', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0, order: 9 });
    const word = wordAt(tables, 0, 1);
    PAGES.words[word] = PAGES.words[word]! | (7 << 3) | (1 << 10);

    split(tables, 1, 0);

    expect(entryAt(tables, 0x123)).toBe('9c0000010012377f');
  });

  it('computes permissions anew: 4 KiB pages may be executable where superpages may not', () => {
    const { tables } = splitAt(1, 0, {}, { execSuperpages: false });

    expect(entryAt(tables, 5)).toBe('9c00000200005377');
  });

  it('counts the frame of memory that is not populated on in 40 bits', () => {
    const { tables } = splitAt(1, 0, { mfn: 0xff_ffff_ffff, type: 'populate_on_demand' });

    expect([0, 1, 6].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c6ffffffffff000',
      '9c60000000000000',
      '9c60000000005000',
    ]);
  });

  it('protects the pages of device memory that may only be read', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0, mfn: 0x20_0000, order: 9, type: 'mmio_direct' });
    tables.memoryTypes.mmioReadonly.add(0x20_0000, 0x20_0000);
    tables.memoryTypes.mmioReadonly.add(0x20_0010, 0x20_0011);
    const [, own] = neighbours(tables);
    PAGES.words[own * 1024 - 1] = 0;
    tables.pool.release(own);

    split(tables, 1, 0);

    expect([0, 0xf, 0x10, 0x11, 0x12].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c50000200000105',
      '9c5000020000f307',
      '9c50000200010105',
      '9c50000200011105',
      '9c50000200012307',
    ]);
  });

  it('protects no RAM', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0, mfn: 0x20_0000, order: 9 });
    tables.memoryTypes.mmioReadonly.add(0x20_0000, 0x20_01ff);

    split(tables, 1, 0);

    expect(entryAt(tables, 5)).toBe('9c00000200005377');
  });

  it('protects nothing behind its own table', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0, mfn: 0x20_0000, order: 9, type: 'mmio_direct' });
    tables.memoryTypes.mmioReadonly.add(0x20_0000, 0x20_01ff);
    const [own, behind] = neighbours(tables);
    PAGES.words.set([0x307, 2], behind * 1024);
    tables.pool.release(own);

    split(tables, 1, 0);

    expect(PAGES.words[wordAt(tables, 0, 1)]! >>> 12).toBe(own);
    expect(PAGES.words[behind * 1024]).toBe(0x307);
  });

  it('translates every gfn as before', () => {
    const superpages = fc.record({
      level: fc.constantFrom(1 as const, 2 as const),
      type: fc.constantFrom<P2mTypeName>('ram_rw', 'ram_logdirty', 'mmio_direct', 'grant_map_rw'),
      access: fc.constantFrom<P2mAccessName>('r', 'rw', 'rx', 'rwx'),
      frame: fc.nat(15),
    });
    const gfns = fc.array(fc.nat(511 + 512 * 511), { minLength: 1, maxLength: 20 });
    const cursor = new EptCursor();

    fc.assert(
      fc.property(superpages, gfns, ({ level, frame, type, access }, offsets) => {
        const pages = 512 ** level;
        const { tables } = newTables();
        map(tables, {
          gfn: 0,
          mfn: 0x10_0000 + frame * pages,
          order: level === 1 ? 9 : 18,
          type,
          access,
        });
        const read = (gfn: number) => {
          const found = findEntry(tables, gfn, cursor);
          return [found, cursor.lo & 0b111, cursor.hi >>> 20, cursor.mfnOf(gfn)];
        };
        const gfnsWithin = offsets.map((offset) => offset % pages);
        const before = gfnsWithin.map(read);

        split(tables, level, level - 1);

        expect(gfnsWithin.map(read)).toEqual(before);
        tables.destroy();
      }),
      { numRuns: 50 },
    );
  });

  it('gives every page back when they run out, with nothing changed', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0, order: 18 });
    const before = [entryAt(tables, 0), tables.pool.inUse];
    tables.pool.available = 200;

    expect(split(tables, 2, 0)).toBe(NO_TABLE);
    expect([entryAt(tables, 0), tables.pool.inUse]).toEqual(before);
    expect(tables.pool.available).toBe(200);
    tables.pool.available = 0;
    expect(split(tables, 2, 0)).toBe(NO_TABLE);
  });

  it('leaves the access of a page to its children', () => {
    const { tables } = splitAt(1, 0, { access: 'r' });
    const cursor = new EptCursor();
    findEntry(tables, 7, cursor);

    expect(tables.accessOf(cursor.hi)).toBe(P2MA.r);
    expect(typeOf(cursor.hi)).toBe(P2MT.ram_rw);
  });
});
