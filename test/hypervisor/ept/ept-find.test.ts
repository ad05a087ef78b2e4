import { describe, expect, it } from 'vitest';
import { EptCursor, findEntry, FOUND } from '../../../src/hypervisor/ept/ept-find.js';
import { invalidateAll } from '../../../src/hypervisor/ept/ept-invalidate.js';
import { map, newTables } from '../../support/ept.js';

/** Pages of 4 KiB, 2 MiB and 1 GiB, populate-on-demand and without permissions, up to gfn 0xc0000. */
function variedTables() {
  const { tables } = newTables();
  map(tables, { gfn: 0x205 });
  map(tables, { gfn: 0x206, type: 'mmio_dm' });
  map(tables, { gfn: 0x207, access: 'n' });
  map(tables, { gfn: 0x208, type: 'populate_on_demand' });
  map(tables, { gfn: 0x400, order: 9 });
  map(tables, { gfn: 0x600, order: 9, type: 'populate_on_demand' });
  map(tables, { gfn: 0x800, order: 9, type: 'mmio_dm' });
  map(tables, { gfn: 0x4_0000, order: 18 });
  map(tables, { gfn: 0x8_0000, order: 18, type: 'populate_on_demand' });
  return tables;
}

describe('findEntry', () => {
  // prettier-ignore
  it.each([
    // gfn            found    level  why
    ['0x205',         'leaf',  0,     'a page'],
    ['0x206',         'leaf',  0,     'a page without permissions, which still has its frame'],
    ['0x207',         'leaf',  0,     'a page that a monitor took away'],
    ['0x208',         'pod',   0,     'a page to be populated'],
    ['0x209',         'hole',  0,     'an empty entry of a lowest table'],
    ['0x4ff',         'leaf',  1,     'within 2 MiB'],
    ['0x6ff',         'pod',   1,     '2 MiB to be populated'],
    ['0x8ff',         'hole',  1,     '2 MiB without permissions map nothing'],
    ['0xa00',         'hole',  1,     'an empty entry above'],
    ['0x52345',       'leaf',  2,     'within 1 GiB'],
    ['0x82345',       'pod',   2,     '1 GiB to be populated'],
    ['0xc0000',       'hole',  2,     'beyond the last mapping: its 1 GiB begins there'],
    ['0xc0200',       'hole',  2,     'beyond the last mapping'],
    ['0x8000000',     'hole',  3,     'beyond the last mapping: its 512 GiB begin there'],
    ['0x1000000000',  'hole',  3,     'beyond what four levels can translate'],
    ['0xffffffffff',  'hole',  3,     'beyond what four levels can translate'],
  ] as const)('gfn %s: %s at level %i, %s', (gfn, found, level, _) => {
    const cursor = new EptCursor();

    expect(findEntry(variedTables(), Number(gfn), cursor)).toBe(FOUND[found]);
    expect(cursor.level).toBe(level);
  });

  it('tells how large the hole beyond the last mapping is by where that mapping ends', () => {
    const { tables } = newTables();
    const cursor = new EptCursor();
    map(tables, { gfn: 0x205 });
    expect(cursor.recalc).toBe(false);

    const levels = [0x206, 0x3ff, 0x400, 0x3_ffff, 0x4_0000, 0x800_0000].map((gfn) => {
      findEntry(tables, gfn, cursor);
      return cursor.level;
    });
    expect(levels).toEqual([0, 0, 1, 1, 2, 3]);

    map(tables, { gfn: 0x400 });
    findEntry(tables, 0x401, cursor);
    expect(cursor.level).toBe(0);
  });

  it('counts a mark above as one of the entry, without changing either', () => {
    const tables = variedTables();
    const cursor = new EptCursor();
    findEntry(tables, 0x205, cursor);
    expect(cursor.recalc).toBe(false);

    invalidateAll(tables, false);
    findEntry(tables, 0x205, cursor);
    expect(cursor.recalc).toBe(false);
    invalidateAll(tables, true);
    findEntry(tables, 0x205, cursor);
    expect(cursor.recalc).toBe(true);
    findEntry(tables, 0x4_2345, cursor);
    expect(cursor.recalc).toBe(true);
    findEntry(tables, 2 ** 36, cursor);
    expect(cursor.recalc).toBe(false);
  });
});

describe('EptCursor.mfnOf', () => {
  // prettier-ignore
  it.each([
    // gfn       frame
    ['0x205',    '0x100205'],
    ['0x206',    '0x100206'],
    ['0x400',    '0x100400'],
    ['0x4ff',    '0x1004ff'],
    ['0x52345',  '0x152345'],
  ])('is the frame of gfn %s, also within a superpage: %s', (gfn, mfn) => {
    const cursor = new EptCursor();
    findEntry(variedTables(), Number(gfn), cursor);

    expect(cursor.mfnOf(Number(gfn))).toBe(Number(mfn));
  });
});
