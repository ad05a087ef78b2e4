import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/hypervisor/abi/frames.js';
import { P2MA } from '../../../src/hypervisor/abi/p2m-access.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { setEntry } from '../../../src/hypervisor/ept/ept-set-entry.js';
import { setRun } from '../../../src/hypervisor/ept/ept-set-run.js';
import type { EptTables } from '../../../src/hypervisor/ept/ept-tables.js';
import { entriesOf, map, newTables } from '../../support/ept.js';

const ENOMEM = -12;
const { rwx: access } = P2MA;

interface Run {
  readonly gfn: number;
  readonly mfn: number;
  readonly count: number;
  readonly order: Order;
}

function setOneByOne(tables: EptTables, { gfn, mfn, count, order }: Run): void {
  for (let at = 0; at < count * 2 ** order; at += 2 ** order)
    setEntry(tables, { gfn: gfn + at, mfn: mfn + at, order, type: P2MT.ram_rw, access });
}

const stateOf = (tables: EptTables) => [entriesOf(tables), tables.maxMappedGfn, tables.flushes];

describe('setRun', () => {
  it('leaves what mapping one after the other leaves, whatever was there', () => {
    const order = fc.constantFrom<Order>(0, 9, 18);
    const [place, nr] = [fc.nat({ max: 1100 }), fc.integer({ min: 1, max: 1100 })];
    const before = fc.array(fc.tuple(fc.constantFrom<Order>(0, 9), fc.nat({ max: 1500 })), {
      maxLength: 3,
    });

    fc.assert(
      fc.property(order, place, nr, before, (order, place, nr, before) => {
        const count = order === 18 ? 1 + (nr % 8) : nr;
        const run = { gfn: place * 2 ** order, mfn: 2 ** 23, count, order };
        const worlds = [newTables(), newTables()].map(({ tables }) => {
          for (const [size, at] of before) map(tables, { gfn: at * 2 ** size, order: size });
          return tables;
        });
        const [together, one] = worlds as [EptTables, EptTables];

        expect(setRun(together, { ...run, access })).toBe(0);
        setOneByOne(one, run);

        expect(stateOf(together)).toEqual(stateOf(one));
        for (const tables of worlds) tables.destroy();
      }),
      { numRuns: 40 },
    );
  });

  it('counts frames on where their low twenty bits begin anew', () => {
    const { tables } = newTables();
    setRun(tables, { gfn: 0, mfn: 2 ** 24 - 1, count: 3, order: 0, access });

    expect(entriesOf(tables).slice(-3)).toEqual([
      '0 0 9c00000ffffff377',
      '0 1 9c00001000000377',
      '0 2 9c00001000001377',
    ]);
  });

  it.each([true, false])('takes what is there for what it is, with a and d bits: %s', (adBits) => {
    const { tables } = newTables({ adBits });
    map(tables, { gfn: 1, type: 'ioreq_server' });
    map(tables, { gfn: 3, type: 'ioreq_server', access: 'n' });
    map(tables, { gfn: 5, type: 'ioreq_server', access: 'n', mfn: 0x10_0000 });

    setRun(tables, { gfn: 0, mfn: 2 ** 23, count: 7, order: 0, access });

    expect([tables.ioreqEntries, tables.flushes]).toEqual([0, 1]);
  });

  it('stops at the first mapping for which there is no table', () => {
    const { tables } = newTables();
    tables.pool.available = 3;

    expect(setRun(tables, { gfn: 0x100, mfn: 0x10_0000, count: 512, order: 0, access })).toBe(
      ENOMEM,
    );
    expect(tables.maxMappedGfn).toBe(0x1ff);
  });

  it('asks for the memory type of each page where they may differ', () => {
    const run = { gfn: 0, mfn: 2 ** 23, count: 3, order: 0 } as const;
    const [together, one] = [newTables(), newTables()].map(({ tables }) => {
      tables.memoryTypes.cacheFlushPermitted = true;
      tables.memoryTypes.pinned.set(1, 1, 0, 46, () => undefined);
      return tables;
    }) as [EptTables, EptTables];

    expect(setRun(together, { ...run, access })).toBe(0);
    setOneByOne(one, run);

    expect(stateOf(together)).toEqual(stateOf(one));
  });
});
