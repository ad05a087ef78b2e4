import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { invalidateAll, invalidateRange } from '../../../src/hypervisor/ept/ept-invalidate.js';
import { pathTo } from '../../../src/hypervisor/ept/ept-path.js';
import { LOG_DIRTY, type EptTables } from '../../../src/hypervisor/ept/ept-tables.js';
import { EptTally, tallyOn } from '../../../src/hypervisor/ept/ept-tally.js';
import { EptWalk, TRANSLATION, walkEpt } from '../../../src/hypervisor/ept/ept-walk.js';
import { P2mLookup } from '../../../src/hypervisor/p2m/p2m-lookup.js';
import { map, newTables, PAGES, wordAt, type Mapped } from '../../support/ept.js';

const LAST = 0xfff;
const RECALC = 1 << 10;

/** In one go, and in how many steps. */
function tallied(tables: EptTables, first: number, last: number) {
  const tally = new EptTally();
  let steps = 0;
  for (let gfn = first; gfn <= last; steps++) gfn = tallyOn(tables, gfn, last, tally);
  const types: Record<number, [gfns: number, first: number]> = {};
  for (let type = 0; type < 16; type++)
    if (tally.types & (1 << type)) types[type] = [tally.gfns[type]!, tally.firstGfn[type]!];
  const { recalc, misconfigured, order } = tally;
  return { steps, said: { types, recalc, misconfigured, order } };
}

/** What it has to say: one gfn after the other. */
function oneByOne(tables: EptTables, first: number, last: number) {
  const lookup = new P2mLookup(tables);
  const types: Record<number, [gfns: number, first: number]> = {};
  let [recalc, misconfigured, order] = [false, false, 36];
  for (let gfn = first; gfn <= last; gfn++) {
    const type = lookup.typeOf(gfn);
    const [gfns, from] = types[type] ?? [0, gfn];
    types[type] = [gfns + 1, from];
    const path = pathTo(tables, gfn);
    recalc ||= path.some(({ lo }) => (lo & RECALC) !== 0);
    misconfigured ||= walkEpt(tables, gfn, 1, new EptWalk()) === TRANSLATION.misconfig;
    order = Math.min(order, 9 * path.at(-1)!.level);
  }
  return { types, recalc, misconfigured, order };
}

const anyPage: fc.Arbitrary<Mapped> = fc.oneof(
  fc.record({
    gfn: fc.nat(LAST),
    type: fc.constantFrom<Mapped['type'] & string>(
      'ram_rw',
      'ioreq_server',
      'mmio_dm',
      'ram_ro',
      'populate_on_demand',
    ),
    access: fc.constantFrom<Mapped['access'] & string>('rwx', 'n', 'w'),
  }),
  fc.record({ gfn: fc.nat(7).map((n) => n * 512), order: fc.constant(9 as const) }),
);
const anyRange = fc.tuple(fc.nat(LAST), fc.nat(LAST)).map((ends) => ends.toSorted((a, b) => a - b));

describe('tallyOn', () => {
  it('says what looking at one gfn after the other does', () => {
    fc.assert(
      fc.property(
        fc.array(anyPage, { maxLength: 12 }),
        fc.option(fc.oneof(anyRange, fc.constant('all' as const)), { nil: undefined }),
        anyRange,
        fc.option(anyRange, { nil: undefined }),
        (pages, mark, [first = 0, last = 0], logDirty) => {
          const { tables, policy } = newTables();
          for (const page of pages) map(tables, page);
          if (mark === 'all') invalidateAll(tables, false);
          else if (mark !== undefined) invalidateRange(tables, mark[0]!, mark[1]!);
          policy.logDirtyCoverage = (from, to) => {
            const [dirtyFrom = 1, dirtyTo = 0] = logDirty ?? [];
            if (from >= dirtyFrom && to <= dirtyTo) return LOG_DIRTY.all;
            return from <= dirtyTo && to >= dirtyFrom ? LOG_DIRTY.part : LOG_DIRTY.none;
          };

          expect(tallied(tables, first, last).said).toEqual(oneByOne(tables, first, last));
          tables.destroy();
        },
      ),
      { numRuns: 30 },
    );
  });

  it('takes a step for an entry that decides, and one for a whole lowest table', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0x4_0000, order: 18 });
    map(tables, { gfn: 3, type: 'ram_ro' });

    const { steps, said } = tallied(tables, 0, 2 ** 27 - 1);

    expect(steps).toBe(1 + 511 + 511);
    expect(said.types).toEqual({
      [P2MT.ram_ro]: [1, 3],
      [P2MT.ram_rw]: [2 ** 18, 0x4_0000],
      [P2MT.mmio_dm]: [2 ** 27 - 2 ** 18 - 1, 0],
    });
  });

  // prettier-ignore
  it.each<[string, Mapped[], number]>([
    ['a superpage of another type', [{ gfn: 0x200, order: 9, type: 'ram_logdirty' }],                    0x200],
    ['one to be populated',         [{ gfn: 0x200, order: 9, type: 'populate_on_demand' }],              0x200],
    ['one that nobody may access',  [{ gfn: 0x200, order: 9, access: 'n' }],                             0x200],
    ['pages alike but for a type',  [{ gfn: 0x200, type: 'ram_ro' }, { gfn: 0x201, type: 'ram_shared' }], 0x200],
    ['one and a page beyond it',    [{ gfn: 0x200, order: 9 }, { gfn: 0x400, type: 'ram_ro' }],          0x200],
  ])('counts %s as looking at each does', (_, pages, first) => {
    const { tables } = newTables();
    for (const page of pages) map(tables, page);

    expect(tallied(tables, first, 0x4ff).said).toEqual(oneByOne(tables, first, 0x4ff));
  });

  it.each([
    ['a superpage', [{ gfn: 0x200, order: 9 }]],
    ['a table', [0x200, 0x23e, 0x23f, 0x240, 0x241].map((gfn) => ({ gfn }))],
  ] as const)('counts %s that is logged in part by what each gfn will be', (_, pages) => {
    const { tables, policy } = newTables();
    for (const page of pages) map(tables, page);
    policy.logDirtyCoverage = (from, to) => {
      if (from >= 0x200 && to <= 0x23f) return LOG_DIRTY.all;
      return from <= 0x23f && to >= 0x200 ? LOG_DIRTY.part : LOG_DIRTY.none;
    };
    expect(tallied(tables, 0x200, 0x3ff).steps).toBe(1);
    invalidateAll(tables, true);

    const { said } = tallied(tables, 0x200, 0x3ff);

    expect(said).toEqual(oneByOne(tables, 0x200, 0x3ff));
    expect(said.recalc).toBe(true);
  });

  it('begins anew once cleared', () => {
    const { tables } = newTables();
    map(tables, { gfn: 3, access: 'w' });
    invalidateAll(tables, true);
    const tally = new EptTally();
    tallyOn(tables, 0, 511, tally);
    expect(tally).toMatchObject({ recalc: true, misconfigured: true, order: 0 });

    tally.clear();

    expect(tally).toMatchObject({ types: 0, recalc: false, misconfigured: false, order: 36 });
    tally.add(P2MT.ram_rw, 7, 2);
    expect([tally.gfns[P2MT.ram_rw], tally.firstGfn[P2MT.ram_rw]]).toEqual([2, 7]);
  });

  it('tells a page that nobody may access, of uncached memory, from the hole beside it', () => {
    const { tables } = newTables();
    map(tables, { gfn: 3 });
    PAGES.words[wordAt(tables, 3, 0)]! &= ~0xfff;

    expect(tallied(tables, 0, 511).said.types).toEqual({
      [P2MT.ram_rw]: [1, 3],
      [P2MT.mmio_dm]: [511, 0],
    });
  });
});
