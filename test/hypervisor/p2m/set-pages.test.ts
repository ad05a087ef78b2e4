import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INVALID_MFN } from '../../../src/hypervisor/abi/frames.js';
import { P2MA } from '../../../src/hypervisor/abi/p2m-access.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { EptCursor, findEntry, FOUND } from '../../../src/hypervisor/ept/ept-find.js';
import type { EptTables } from '../../../src/hypervisor/ept/ept-tables.js';
import { setPages, type Run } from '../../../src/hypervisor/p2m/set-pages.js';
import { entriesOf, map, newTables } from '../../support/ept.js';

const [ENOMEM, EINVAL] = [-12, -22];
const ALL_SIZES = { superpages2m: true, superpages1g: true };
const RAM = { type: P2MT.ram_rw, access: P2MA.rwx };

const run = (gfn: number, mfn: number, order: number): Run => ({ gfn, mfn, order, ...RAM });

/** Level and first gfn of all that is mapped. */
const leavesOf = (tables: EptTables) =>
  entriesOf(tables)
    .filter((entry) => !/107$/.test(entry))
    .map((entry) => entry.split(' ').slice(0, 2).join(' '));

describe('setPages', () => {
  // prettier-ignore
  it.each([
    // gfn       frame        order  sizes            mappings by level and gfn
    ['0x200',    '0x100200',  9,     [true, true],    ['1 200']],
    ['0x200',    '0x100200',  10,    [true, true],    ['1 200', '1 400']],
    ['0x40000',  '0x200000',  18,    [true, true],    ['2 40000']],
    ['0x40000',  '0x200000',  19,    [true, true],    ['2 40000', '2 80000']],
    ['0x200',    '0x100205',  1,     [true, true],    ['0 200', '0 201']],
    ['0x201',    '0x100201',  1,     [true, true],    ['0 201', '0 202']],
    ['0x200',    '0x100200',  2,     [false, false],  ['0 200', '0 201', '0 202', '0 203']],
  ] as const)('maps gfn %s, frame %s, order %i, 2M and 1G %j, as %j', (gfn, mfn, order, sizes, leaves) => {
    const { tables } = newTables();
    const [superpages2m, superpages1g] = sizes;

    expect(setPages(tables, { superpages2m, superpages1g }, run(Number(gfn), Number(mfn), order))).toBe(0);
    expect(leavesOf(tables)).toEqual(leaves);
  });

  it('takes the frames in a row, and no frame for each page where there is none', () => {
    const { tables } = newTables();
    const cursor = new EptCursor();

    setPages(tables, ALL_SIZES, run(0x1ff, 0x10_01ff, 10));
    const frames = [0x1ff, 0x200, 0x5fe].map((gfn) => {
      findEntry(tables, gfn, cursor);
      return cursor.mfnOf(gfn);
    });
    expect(frames).toEqual([0x10_01ff, 0x10_0200, 0x10_05fe]);

    setPages(tables, ALL_SIZES, run(0x200, INVALID_MFN, 9));
    expect([0x1ff, 0x200, 0x3ff, 0x400].map((gfn) => findEntry(tables, gfn, cursor))).toEqual([
      FOUND.leaf,
      FOUND.hole,
      FOUND.hole,
      FOUND.leaf,
    ]);
  });

  it('unmaps by superpages, too', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0x205 });
    expect(tables.pool.inUse).toBe(4);

    setPages(tables, ALL_SIZES, run(0, INVALID_MFN, 18));

    expect([tables.pool.inUse, leavesOf(tables)]).toEqual([2, []]);
  });

  it('maps the same however large the pages may be', () => {
    const cursor = new EptCursor();
    const runs = fc.record({
      gfn: fc.nat(0xfff),
      mfn: fc.nat(0xfff).map((n) => 0x10_0000 + n),
      order: fc.nat(11),
    });

    fc.assert(
      fc.property(runs, fc.boolean(), ({ gfn, mfn, order }, superpages2m) => {
        const { tables } = newTables();

        expect(setPages(tables, { superpages2m, superpages1g: true }, run(gfn, mfn, order))).toBe(
          0,
        );

        for (const page of [0, 1, 2 ** order - 1, Math.floor(2 ** order / 3)].filter(
          (n) => n < 2 ** order,
        )) {
          expect(findEntry(tables, gfn + page, cursor)).toBe(FOUND.leaf);
          expect(cursor.mfnOf(gfn + page)).toBe(mfn + page);
        }
        expect(findEntry(tables, gfn + 2 ** order, cursor)).toBe(FOUND.hole);
        tables.destroy();
      }),
      { numRuns: 50 },
    );
  });

  it('goes on after a part that failed, and answers the last failure', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0x3ff });
    tables.pool.available = 0;

    expect(setPages(tables, ALL_SIZES, run(0x1ff, 0x10_0205, 1))).toBe(ENOMEM);
    expect(leavesOf(tables)).toEqual(['0 200', '0 3ff']);
  });

  it('answers EINVAL for gfns beyond what four levels can translate', () => {
    const { tables } = newTables();

    expect(setPages(tables, ALL_SIZES, run(2 ** 36 - 1, 0x10_0000, 1))).toBe(EINVAL);
    expect(tables.maxMappedGfn).toBe(2 ** 36 - 1);
  });
});
