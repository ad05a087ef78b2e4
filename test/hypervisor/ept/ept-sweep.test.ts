import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invalidateAll, invalidateRange } from '../../../src/hypervisor/ept/ept-invalidate.js';
import { resolveMisconfig } from '../../../src/hypervisor/ept/ept-misconfig.js';
import { resolveRange } from '../../../src/hypervisor/ept/ept-sweep.js';
import { LOG_DIRTY, type EptTables } from '../../../src/hypervisor/ept/ept-tables.js';
import { entriesOf, map, newTables, type Mapped } from '../../support/ept.js';

const ENOMEM = -12;
const LAST = 0xfff;

/** What resolveRange has to end as. */
function resolveOneByOne(tables: EptTables, first: number, last: number): number {
  for (let gfn = first; gfn <= last; gfn++) if (resolveMisconfig(tables, gfn) < 0) return ENOMEM;
  return 0;
}

const anyPage: fc.Arbitrary<Mapped> = fc.oneof(
  fc.record({
    gfn: fc.nat(LAST),
    type: fc.constantFrom<Mapped['type'] & string>('ram_rw', 'ioreq_server', 'mmio_dm', 'ram_ro'),
  }),
  fc.record({ gfn: fc.nat(7).map((n) => n * 512), order: fc.constant(9 as const) }),
);
const anyMark = fc.oneof(
  fc.boolean().map((recalc) => (tables: EptTables) => {
    invalidateAll(tables, recalc);
  }),
  fc.tuple(fc.nat(LAST), fc.nat(LAST)).map(([a, b]) => (tables: EptTables) => {
    invalidateRange(tables, Math.min(a, b), Math.max(a, b));
  }),
);
const anyRange = fc.tuple(fc.nat(LAST), fc.nat(LAST)).map((ends) => ends.toSorted((a, b) => a - b));

describe('resolveRange', () => {
  it('ends as resolving one gfn after the other does', () => {
    fc.assert(
      fc.property(
        fc.array(anyPage, { maxLength: 12 }),
        fc.array(anyMark, { minLength: 1, maxLength: 3 }),
        anyRange,
        fc.option(anyRange, { nil: undefined }),
        fc.option(fc.nat(3), { nil: undefined }),
        (pages, marks, [first = 0, last = 0], logDirty, allowance) => {
          const [inOneGo, oneByOne] = [0, 1].map(() => {
            const { tables, policy } = newTables();
            for (const page of pages) map(tables, page);
            for (const mark of marks) mark(tables);
            policy.logDirtyCoverage = (from, to) => {
              const [dirtyFrom = 1, dirtyTo = 0] = logDirty ?? [];
              if (from >= dirtyFrom && to <= dirtyTo) return LOG_DIRTY.all;
              return from <= dirtyTo && to >= dirtyFrom ? LOG_DIRTY.part : LOG_DIRTY.none;
            };
            if (allowance !== undefined) tables.pool.available = allowance;
            return tables;
          });

          const rc = resolveRange(inOneGo!, first, last);

          expect(rc).toBe(resolveOneByOne(oneByOne!, first, last));
          expect(entriesOf(inOneGo!)).toEqual(entriesOf(oneByOne!));
          expect(inOneGo).toMatchObject({
            ioreqEntries: oneByOne!.ioreqEntries,
            flushes: oneByOne!.flushes,
          });
          for (const tables of [inOneGo!, oneByOne!]) tables.destroy();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('ends the same however it is cut into batches', () => {
    fc.assert(
      fc.property(
        fc.array(anyPage, { maxLength: 12 }),
        fc.integer({ min: 1, max: 600 }),
        (pages, batch) => {
          const [whole, inBatches] = [0, 1].map(() => {
            const { tables } = newTables();
            for (const page of pages) map(tables, page);
            invalidateAll(tables, true);
            return tables;
          });

          resolveRange(whole!, 0, LAST);
          for (let gfn = 0; gfn <= LAST; gfn += batch)
            resolveRange(inBatches!, gfn, Math.min(gfn + batch - 1, LAST));

          expect(entriesOf(inBatches!)).toEqual(entriesOf(whole!));
          for (const tables of [whole!, inBatches!]) tables.destroy();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('resolves nothing beyond its end but what the same table holds', () => {
    const { tables } = newTables();
    for (const gfn of [0x200, 0x210, 0x400]) map(tables, { gfn, type: 'ioreq_server' });
    invalidateAll(tables, true);

    expect(resolveRange(tables, 0, 0x200)).toBe(0);

    expect(tables.ioreqEntries).toBe(1);
  });

  it('resolves the first gfn of the next table, if that is its end', () => {
    const { tables } = newTables();
    for (const gfn of [0, 0x200, 0x400]) map(tables, { gfn, type: 'ioreq_server' });
    invalidateAll(tables, true);

    resolveRange(tables, 0, 0x200);

    expect(tables.ioreqEntries).toBe(1);
  });

  it('is done at once where nothing is mapped', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0 });

    expect(resolveRange(tables, 0, 2 ** 36 - 1)).toBe(0);
  });

  it('answers ENOMEM at the first superpage that cannot be split', () => {
    const { tables, policy } = newTables();
    map(tables, { gfn: 0x200, order: 9 });
    map(tables, { gfn: 0x400, type: 'ioreq_server' });
    invalidateAll(tables, true);
    policy.logDirtyCoverage = () => LOG_DIRTY.part;
    tables.pool.available = 0;

    expect(resolveRange(tables, 0, 0x5ff)).toBe(ENOMEM);
    expect(tables.ioreqEntries).toBe(1);
  });
});
