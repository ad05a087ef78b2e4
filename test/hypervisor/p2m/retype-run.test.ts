import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { XenError } from '../../../src/hypervisor/abi/errno.js';
import { P2MA } from '../../../src/hypervisor/abi/p2m-access.js';
import { P2MT, p2mTypeName, type P2mType } from '../../../src/hypervisor/abi/p2m-type.js';
import type { P2m } from '../../../src/hypervisor/p2m/p2m.js';
import { retypeRun } from '../../../src/hypervisor/p2m/retype-run.js';
import { changeEntryTypeGlobal, changeTypeRange } from '../../../src/hypervisor/p2m/type-change.js';
import { entriesOf, entryAt } from '../../support/ept.js';
import { mapWithRam, newP2m, set, tellingP2m, typeAt } from '../../support/p2m.js';

const WRITE = 0b10;
const PLAIN = (1 << P2MT.ram_rw) | (1 << P2MT.ram_logdirty) | (1 << P2MT.ioreq_server);

/** Types that are neither refused nor changed without questions take the long way alone. */
function changeOneTo(p2m: P2m, to: P2mType) {
  return (gfn: number) => {
    p2m.locked(() => {
      const { type } = p2m.acquire(gfn);
      if (((PLAIN >>> type) & 1) === 0 && type !== P2MT.ram_ro)
        throw new XenError('EINVAL', `gfn ${gfn} is ${p2mTypeName(type)}`);
      p2m.changeTypeOne(gfn, type, to);
    });
  };
}

function retypeOneByOne(p2m: P2m, first: number, end: number, to: P2mType): void {
  const changeOne = changeOneTo(p2m, to);
  for (let gfn = first; gfn < end; gfn++) changeOne(gfn);
}

type Preparation = (p2m: P2m) => void;

const anyGfn = fc.integer({ min: 0x1f8, max: 0x610 });
const anyPage: fc.Arbitrary<Preparation> = fc
  .tuple(
    anyGfn,
    fc.constantFrom(
      P2MT.ram_rw,
      P2MT.ram_logdirty,
      P2MT.ioreq_server,
      P2MT.ram_ro,
      P2MT.ram_shared,
      P2MT.mmio_dm,
      P2MT.ram_broken,
    ),
    fc.constantFrom(P2MA.rwx, P2MA.r, P2MA.n),
  )
  .map(([gfn, type, access]) => (p2m) => {
    p2m.setPage(gfn, 0x20_0000 + gfn, type, access);
  });
const anyHole: fc.Arbitrary<Preparation> = anyGfn.map((gfn) => (p2m) => {
  p2m.setPage(gfn, 2 ** 40 - 1, P2MT.invalid, P2MA.rwx);
});
const anyMark: fc.Arbitrary<Preparation> = fc.oneof(
  fc.constant<Preparation>((p2m) => {
    changeEntryTypeGlobal(p2m, P2MT.ram_rw, P2MT.ram_rw);
  }),
  fc.tuple(anyGfn, fc.integer({ min: 1, max: 0x100 })).map(([gfn, nr]): Preparation => (p2m) => {
    changeTypeRange(p2m, gfn, gfn + nr, P2MT.ram_rw, P2MT.ram_logdirty);
  }),
);
const anySetting: fc.Arbitrary<Preparation> = fc.constantFrom<Preparation>(
  (p2m) => {
    p2m.claim.disclaim(0);
  },
  (p2m) => {
    p2m.defaultAccess = P2MA.rw;
  },
  (p2m) => {
    p2m.memoryTypes.cacheFlushPermitted = true;
  },
  (p2m) => {
    p2m.tables.pool.available = 1;
  },
);
const anyPreparation = fc
  .tuple(
    fc.array(fc.oneof(anyPage, anyHole), { maxLength: 10 }),
    fc.array(anyMark, { maxLength: 2 }),
    fc.array(anySetting, { maxLength: 1 }),
  )
  .map((parts) => parts.flat());

/** All that can be seen of a map after the run, and how that ended. */
function outcomeOf(preparation: readonly Preparation[], act: (p2m: P2m) => void) {
  const { p2m, crashes, vcpu } = mapWithRam(11);
  p2m.claim.claim(0, WRITE);
  for (const prepare of preparation) prepare(p2m);
  let error = '';
  try {
    act(p2m);
  } catch (refusal) {
    error = (refusal as XenError).message;
  }
  const { flushes, ioreqEntries, maxMappedGfn, pool } = p2m.tables;
  const seen = {
    error,
    entries: entriesOf(p2m.tables),
    flushes,
    ioreqEntries,
    maxMappedGfn,
    inUse: pool.inUse,
    crashes,
    vcpu,
  };
  p2m.destroy();
  return seen;
}

describe('retypeRun', () => {
  it('ends as changing one gfn after the other does: entries, counts, flushes and refusals', () => {
    const targets = fc.constantFrom(P2MT.ram_rw, P2MT.ioreq_server, P2MT.ram_ro, P2MT.mmio_dm);

    fc.assert(
      fc.property(anyPreparation, anyGfn, fc.nat(700), targets, (preparation, first, nr, to) => {
        const inOneGo = outcomeOf(preparation, (p2m) => {
          retypeRun(p2m, first, first + nr, to, PLAIN, changeOneTo(p2m, to));
        });
        const oneByOne = outcomeOf(preparation, (p2m) => {
          retypeOneByOne(p2m, first, first + nr, to);
        });

        expect(inOneGo).toEqual(oneByOne);
      }),
      { numRuns: 60 },
    );
  });

  it('goes the long way where a superpage is to be split, or an entry is unusual', () => {
    const { p2m } = mapWithRam(11);
    p2m.setPage(0x205, 0x10_0205, P2MT.ram_ro, P2MA.rwx);
    const long: number[] = [];
    const changeOne = changeOneTo(p2m, P2MT.ioreq_server);

    retypeRun(p2m, 0x100, 0x500, P2MT.ioreq_server, PLAIN, (gfn) => {
      long.push(gfn);
      changeOne(gfn);
    });

    expect(long).toEqual([0x100, 0x205, 0x400]);
    expect([p2m.entryCount, p2m.tables.flushes]).toEqual([0x400, 0x401]);
    expect([0xff, 0x100, 0x4ff, 0x500].map((gfn) => typeAt(p2m, gfn))).toEqual([
      'ram_rw',
      'ioreq_server',
      'ioreq_server',
      'ram_rw',
    ]);
  });

  it('counts the ioreq_server pages that a run makes and takes', () => {
    const { p2m } = mapWithRam(0);
    const run = (to: P2mType, end: number) => {
      retypeRun(p2m, 0, end, to, PLAIN, changeOneTo(p2m, to));
      return p2m.entryCount;
    };
    for (const gfn of [1, 2, 3]) set(p2m, gfn, 0);

    expect([run(P2MT.ioreq_server, 4), run(P2MT.ioreq_server, 3), run(P2MT.ram_rw, 3)]).toEqual([
      4, 4, 1,
    ]);
  });

  it('tells of each stretch that it changed in one go', () => {
    const { p2m, told } = tellingP2m();
    for (const gfn of [0x1fe, 0x1ff, 0x200, 0x203]) set(p2m, gfn, 0);
    p2m.defaultAccess = P2MA.rw;
    told.length = 0;

    retypeRun(p2m, 0x1fe, 0x204, P2MT.ram_ro, PLAIN, () => undefined);

    expect(told).toEqual([
      [0x1fe, 2, P2MT.ram_ro, undefined, P2MA.rw],
      [0x200, 1, P2MT.ram_ro, undefined, P2MA.rw],
      [0x203, 1, P2MT.ram_ro, undefined, P2MA.rw],
    ]);
  });

  it('goes the long way where a path is marked, and then no more', () => {
    const { p2m } = mapWithRam(9);
    p2m.setPage(0x5, 0x10_0005, P2MT.ram_rw, P2MA.rwx);
    changeEntryTypeGlobal(p2m, P2MT.ram_rw, P2MT.ram_rw);
    const long: number[] = [];
    const changeOne = changeOneTo(p2m, P2MT.ram_ro);

    retypeRun(p2m, 0x7, 0x9, P2MT.ram_ro, PLAIN, (gfn) => {
      long.push(gfn);
      changeOne(gfn);
    });

    expect(long).toEqual([0x7]);
  });

  it('goes the long way for each where memory types are the guest’s to choose', () => {
    const { p2m } = mapWithRam(9);
    p2m.memoryTypes.cacheFlushPermitted = true;
    const long: number[] = [];
    const changeOne = changeOneTo(p2m, P2MT.ram_rw);

    retypeRun(p2m, 0, 4, P2MT.ram_rw, PLAIN, (gfn) => {
      long.push(gfn);
      changeOne(gfn);
    });

    expect(long).toEqual([0, 1, 2, 3]);
    expect(entryAt(p2m.tables, 2)).toBe('9c00000100002337');
  });

  it('goes the long way for each where there is no table', () => {
    const { p2m } = newP2m();
    const long: number[] = [];

    retypeRun(p2m, 0x200, 0x203, P2MT.mmio_dm, PLAIN, (gfn) => long.push(gfn));

    expect(long).toEqual([0x200, 0x201, 0x202]);
  });

  it('does nothing for an empty run', () => {
    const { p2m } = mapWithRam(9);

    retypeRun(p2m, 5, 5, P2MT.ram_ro, PLAIN, () => {
      throw new XenError('EINVAL', 'unreachable');
    });

    expect(p2m.tables.flushes).toBe(0);
  });
});
