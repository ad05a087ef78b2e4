import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { P2MA } from '../../../src/hypervisor/abi/p2m-access.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { EptPath, locateEntry, pathTo } from '../../../src/hypervisor/ept/ept-path.js';
import { setEntry } from '../../../src/hypervisor/ept/ept-set-entry.js';
import { map, newTables, PAGES } from '../../support/ept.js';

const RWX = 0b111;

/** A map with pages of every size, and holes at every level. */
function variedTables() {
  const { tables } = newTables();
  map(tables, { gfn: 0x205 });
  map(tables, { gfn: 0x400, order: 9 });
  map(tables, { gfn: 0x4_0000, order: 18 });
  map(tables, { gfn: 0xf_ffff_f000 });
  return tables;
}

describe('pathTo', () => {
  // prettier-ignore
  it.each([
    // gfn           indices, root first
    ['0x205',        [0, 0, 1, 5]],
    ['0x204',        [0, 0, 1, 4]],
    ['0x4ff',        [0, 0, 2]],
    ['0x600',        [0, 0, 3]],
    ['0x52345',      [0, 1]],
    ['0x80000',      [0, 2]],
    ['0x8000000',    [1]],
    ['0xffffff000',  [511, 511, 504, 0]],
  ])('goes to gfn %s by entries %j', (gfn, indices) => {
    const path = pathTo(variedTables(), Number(gfn));

    expect(path.map(({ index }) => index)).toEqual(indices);
    expect(path.map(({ level }) => level)).toEqual([3, 2, 1, 0].slice(0, indices.length));
  });
});

describe('locateEntry', () => {
  it('finds the last entry of the path, and tells what those on it have in common', () => {
    const tables = variedTables();
    setEntry(tables, {
      gfn: 0x206,
      mfn: 0x10_0206,
      order: 0,
      type: P2MT.ram_logdirty,
      access: P2MA.rwx,
    });
    const frames = fc.constantFrom(0x205, 0x206, 0x400, 0x4_0000, 0x8_0000, 0xf_ffff_f000);
    const near = fc.tuple(frames, fc.integer({ min: -600, max: 600 }));
    const anywhere = fc.integer({ min: 0, max: 2 ** 36 - 1 });
    const gfns = fc.oneof(
      near.map(([gfn, offset]) => Math.min(Math.max(gfn + offset, 0), 2 ** 36 - 1)),
      anywhere,
    );
    const path = new EptPath();

    fc.assert(
      fc.property(gfns, (gfn) => {
        const steps = pathTo(tables, gfn);
        const word = locateEntry(tables, gfn, path);

        const end = steps.at(-1)!;
        const above = steps.slice(0, -1).map(({ lo }) => lo ^ RWX);
        expect([PAGES.words[word], PAGES.words[word + 1]]).toEqual([end.lo, end.hi]);
        expect(path.level).toBe(end.level);
        expect(path.tables).toBe(above.reduce((any, lo) => any | lo, 0));
      }),
    );
  });
});
