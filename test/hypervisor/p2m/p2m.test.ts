import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { XenError } from '../../../src/hypervisor/abi/errno.js';
import { INVALID_MFN } from '../../../src/hypervisor/abi/frames.js';
import { P2MA } from '../../../src/hypervisor/abi/p2m-access.js';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { XenBug } from '../../../src/hypervisor/abi/xen-bug.js';
import type { P2m } from '../../../src/hypervisor/p2m/p2m.js';
import { changeEntryTypeGlobal } from '../../../src/hypervisor/p2m/type-change.js';
import { entryAt } from '../../support/ept.js';
import { errno } from '../../support/host.js';
import { mapWithRam, newP2m, set, tellingP2m, typeAt } from '../../support/p2m.js';

const recalculateAll = (p2m: P2m) => {
  changeEntryTypeGlobal(p2m, P2MT.ram_rw, P2MT.ram_rw);
};

describe('P2m', () => {
  it('is empty to begin with: every gfn reads as mmio_dm', () => {
    const { p2m } = newP2m();

    expect([0, 0x205, 2 ** 36, 2 ** 40 - 1].map((gfn) => typeAt(p2m, gfn))).toEqual(
      Array(4).fill('mmio_dm'),
    );
    expect(p2m).toMatchObject({ maxMappedGfn: 0, entryCount: 0, defaultAccess: P2MA.rwx });
  });

  it('has a lock that its holder may take once more, and one for its claim that it may not', () => {
    const { p2m } = newP2m();

    expect([p2m.lock, p2m.claim.lock]).toMatchObject([
      { point: 'p2m_lock', isRecursive: true },
      { point: 'p2m_ioreq_lock', isRecursive: false },
    ]);
  });

  it('gives all its tables back in the end', () => {
    const { p2m } = mapWithRam(10);

    p2m.destroy();

    expect(p2m.tables.pool.inUse).toBe(0);
  });

  it('is empty again once cleared', () => {
    const { p2m } = mapWithRam(10);

    p2m.clear();

    expect([typeAt(p2m, 5), p2m.tables.pool.inUse]).toEqual(['mmio_dm', 1]);
  });

  it('tells who owns the type ioreq_server, and to whom it goes back', () => {
    const told: unknown[][] = [];
    const { p2m } = newP2m({}, { onClaim: (...change) => told.push(change) });

    p2m.claim.claim(3, 0b10);
    p2m.claim.disclaim(3);

    expect(told).toEqual([
      [3, 0b10],
      [undefined, 0],
    ]);
  });
});

describe('P2m, of what it sets', () => {
  const { ram_rw, ram_ro, ioreq_server } = P2MT;
  const { rwx, rx, rw } = P2MA;

  // prettier-ignore
  it.each<[string, (p2m: P2m) => unknown, unknown[]]>([
    ['a run of pages',  (p2m) => { p2m.set(0x200, 0x10_0000, 9, ram_ro, rx); },     [0x200, 512, ram_ro, undefined, rx]],
    ['one page',        (p2m) => { p2m.setPage(5, 0x10_0000, ram_ro, rx); },        [5, 1, ram_ro, undefined, rx]],
    ['another type',    (p2m) => { p2m.changeTypeOne(7, ram_rw, ioreq_server); },   [7, 1, ioreq_server, undefined, rw]],
    ['RAM in a row',    (p2m) => { p2m.setRam(0x400, 0x10_0400, 1024, 9); },        [0x400, 1024, ram_rw, undefined, rw]],
    ['one that failed', (p2m) => p2m.trySetPage(2 ** 36, 0x10_0000, ram_rw, rwx),   []],
    ['a run of such',   (p2m) => p2m.trySet(2 ** 36, 0x10_0000, 9, ram_rw, rwx),    []],
  ])('tells gfns, type and access: %s', (_, act, expected) => {
    const { p2m, told } = tellingP2m();
    p2m.setPage(7, 0x10_0007, ram_rw, rwx);
    p2m.defaultAccess = rw;
    told.length = 0;

    act(p2m);

    expect(told.flat()).toEqual(expected);
  });
});

describe('P2m.setRam', () => {
  // prettier-ignore
  it.each([
    // order  CPU has                   order of the mapping
    [18,  {},                           18],
    [18,  { superpages1g: false },      9],
    [9,   {},                           9],
    [9,   { superpages2m: false },      0],
    [0,   {},                           0],
  ] as const)('maps RAM by pages of order %i, or by the next that the CPU has: %j', (order, features, mapped) => {
    const { p2m } = newP2m(features);

    p2m.setRam(0, 0x20_0000, 2 ** order * 2, order);

    expect(p2m.query(2 ** order)).toMatchObject({ type: P2MT.ram_rw, order: mapped });
    expect(p2m.maxMappedGfn).toBe(2 ** order * 2 - 1);
  });

  it('answers ENOMEM where no table is left', () => {
    const { p2m } = newP2m();
    p2m.tables.pool.available = 0;

    expect(() => {
      p2m.setRam(0, 0x100, 4, 0);
    }).toThrow(errno('ENOMEM', 'gfn 0x0'));
  });
});

describe('P2m.set', () => {
  it('uses the largest pages that the CPU has', () => {
    const maps = [
      mapWithRam(18),
      mapWithRam(18, { superpages1g: false }),
      mapWithRam(10, { superpages2m: false }),
    ];

    expect(maps.map(({ p2m }) => p2m.query(0x205).order)).toEqual([18, 9, 0]);
  });

  it('flushes once for all that it replaced', () => {
    const { p2m } = mapWithRam(10);

    set(p2m, 0, 10, { type: 'ram_ro' });

    expect(p2m.tables.flushes).toBe(1);
  });

  it.each([
    ['ENOMEM', 0x40_0000, 0x10_0000],
    ['EINVAL', 2 ** 36, 0x10_0000],
  ])('answers %s', (name, gfn, mfn) => {
    const { p2m } = mapWithRam(18);
    p2m.tables.pool.available = 0;

    expect(() => {
      set(p2m, gfn, 0, { mfn });
    }).toThrow(errno(name));
  });

  it('answers EBUSY for a foreign frame that nobody owns', () => {
    const { p2m } = newP2m();

    expect(() => {
      set(p2m, 0x205, 0, { type: 'map_foreign' });
    }).toThrow(errno('EBUSY'));
  });

  it('agrees with a map from gfns to pages, whatever is set, unmapped and changed', () => {
    fc.assert(
      fc.property(
        fc.array(anyOperation, { maxLength: 12 }),
        fc.boolean(),
        (operations, superpages2m) => {
          const { p2m } = newP2m({ superpages2m });
          const model: Model = new Map();

          for (const operation of operations) operation(p2m, model);

          for (let gfn = 0; gfn < 0xa00; gfn += 7) {
            const { type, mfn, access } = p2m.query(gfn);
            expect({ type, mfn, access }).toEqual(model.get(gfn) ?? HOLE);
            expect(p2m.typeOf(gfn)).toBe(type);
          }
          p2m.destroy();
        },
      ),
      { numRuns: 50 },
    );
  });
});

/** What every gfn is, one by one. */
type Model = Map<number, { type: number; mfn: number; access: number }>;
type Operation = (p2m: P2m, model: Model) => void;

const HOLE = { type: P2MT.mmio_dm, mfn: INVALID_MFN, access: P2MA.n };
const anyGfn = fc.integer({ min: 0x1f0, max: 0x610 });
const anyType = fc.constantFrom(P2MT.ram_rw, P2MT.ram_ro, P2MT.ram_logdirty);
const anyAccess = fc.constantFrom(P2MA.rwx, P2MA.rx, P2MA.r);
const anyRun = fc.tuple(anyGfn, fc.nat(9)).map(([gfn, order]) => {
  const pages = 2 ** order;
  return { first: gfn - (gfn % pages), order, pages };
});

const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  fc
    .tuple(anyRun, anyGfn, anyType, anyAccess)
    .map(([{ first, order, pages }, frame, type, access]): Operation => (p2m, model) => {
      const mfn = 0x10_0000 + frame;
      p2m.set(first, mfn, order, type, access);
      for (let page = 0; page < pages; page++)
        model.set(first + page, { type, mfn: mfn + page, access });
    }),
  anyRun.map(({ first, order, pages }): Operation => (p2m, model) => {
    p2m.set(first, INVALID_MFN, order, P2MT.ram_rw, P2MA.rwx);
    for (let page = 0; page < pages; page++) model.delete(first + page);
  }),
  fc.tuple(anyGfn, anyType).map(([gfn, to]): Operation => (p2m, model) => {
    p2m.changeTypeOne(gfn, p2m.typeOf(gfn), to);
    const page = model.get(gfn);
    if (page !== undefined) model.set(gfn, { ...page, type: to, access: P2MA.rwx });
  }),
  fc.constant<Operation>((p2m, model) => {
    recalculateAll(p2m);
    for (const page of model.values()) if (page.type === P2MT.ram_logdirty) page.type = P2MT.ram_rw;
  }),
);

describe('P2m.setPage and trySetPage', () => {
  it('map or unmap one page', () => {
    const { p2m } = mapWithRam(9);

    p2m.setPage(5, 0x10_0777, P2MT.ram_ro, P2MA.rx);
    p2m.setPage(6, INVALID_MFN, P2MT.invalid, P2MA.rwx);

    expect(p2m.query(5)).toMatchObject({ type: P2MT.ram_ro, mfn: 0x10_0777, access: P2MA.rx });
    expect(typeAt(p2m, 6)).toBe('mmio_dm');
  });

  it('throw what failed, or answer it', () => {
    const { p2m } = mapWithRam(9);
    p2m.tables.pool.available = 0;

    expect(() => {
      p2m.setPage(5, 0x10_0777, P2MT.ram_ro, P2MA.rx);
    }).toThrow(errno('ENOMEM'));
    expect(p2m.trySetPage(5, 0x10_0777, P2MT.ram_ro, P2MA.rx)).toBe(-12);
  });
});

describe('P2m.changeTypeOne', () => {
  it('keeps the frame, and gives the page the default access', () => {
    const { p2m } = mapWithRam(9);
    p2m.setPage(5, 0x10_0777, P2MT.ram_rw, P2MA.r);
    p2m.defaultAccess = P2MA.rw;

    p2m.changeTypeOne(5, P2MT.ram_rw, P2MT.ram_logdirty);

    expect(p2m.query(5)).toMatchObject({
      type: P2MT.ram_logdirty,
      mfn: 0x10_0777,
      access: P2MA.rw,
    });
  });

  it('goes by the type that a pending mark gives', () => {
    const { p2m } = mapWithRam(9);
    p2m.changeTypeOne(5, P2MT.ram_rw, P2MT.ioreq_server);
    recalculateAll(p2m);

    p2m.changeTypeOne(5, P2MT.ram_rw, P2MT.ram_ro);

    expect([typeAt(p2m, 5), p2m.entryCount]).toEqual(['ram_ro', 0]);
  });

  it('answers EBUSY when the page is of another type', () => {
    const { p2m } = mapWithRam(9);

    expect(() => {
      p2m.changeTypeOne(5, P2MT.ram_ro, P2MT.ram_rw);
    }).toThrow(errno('EBUSY', 'gfn 0x5 is ram_rw, not ram_ro'));
    expect(p2m.query(5).order).toBe(9);
  });

  it('maps nothing where there is a hole, but raises the highest mapped gfn', () => {
    const { p2m } = mapWithRam(9);

    p2m.changeTypeOne(0x500, P2MT.mmio_dm, P2MT.ram_rw);

    expect([typeAt(p2m, 0x500), p2m.maxMappedGfn]).toEqual(['mmio_dm', 0x500]);
  });

  it.each([
    ['grant_map_rw', 'ram_rw'],
    ['ram_rw', 'mmio_direct'],
    ['map_foreign', 'map_foreign'],
  ] as const)('stops at a BUG where Xen would: from %s to %s', (from, to) => {
    const { p2m } = mapWithRam(9);

    expect(() => {
      p2m.changeTypeOne(5, P2MT[from], P2MT[to]);
    }).toThrow(new XenBug(`${from} to ${to}: a special type is left alone`));
  });
});

describe('P2m.populated and acquire', () => {
  it('are as query where the memory is there', () => {
    const { p2m, crashes } = mapWithRam(9);

    expect(p2m.populated(5)).toEqual(p2m.query(5));
    expect(p2m.acquire(5)).toEqual(p2m.query(5));
    expect(p2m.acquire(0x500)).toEqual(p2m.query(0x500));
    expect(crashes).toEqual([]);
  });

  it('populate what is not there yet, by smaller and smaller pieces', () => {
    const { p2m } = newP2m();
    p2m.pod.mark(0x4_0000, 18);
    p2m.pod.fill(1024);

    expect(p2m.query(0x4_0205)).toMatchObject({ type: P2MT.populate_on_demand, order: 18 });
    expect(p2m.populated(0x4_0205)).toMatchObject({ type: P2MT.ram_rw, order: 9, mfn: 0x90_0005 });
    expect(p2m.query(0x4_0405)).toMatchObject({ type: P2MT.populate_on_demand, order: 9 });
  });

  it('find a hole where memory cannot be populated', () => {
    const { p2m, crashes } = newP2m();
    p2m.pod.mark(0x200, 9);

    expect(p2m.populated(0x205)).toMatchObject({ type: P2MT.mmio_dm, mfn: INVALID_MFN, order: 9 });
    expect(crashes).toHaveLength(1);
  });

  it('take a page for recalculated that is populated under a pending mark', () => {
    const { p2m } = newP2m();
    set(p2m, 0, 0);
    p2m.pod.mark(0x200, 9);
    p2m.pod.fill(512);
    changeEntryTypeGlobal(p2m, P2MT.ram_rw, P2MT.ram_logdirty);

    expect(p2m.populated(0x205).type).toBe(P2MT.ram_logdirty);
    expect(typeAt(p2m, 0x205)).toBe('ram_rw');
    expect(entryAt(p2m.tables, 0x205)).toBe('9c000009000003f7');
  });

  it('remember the mark that they met, though what it led to is written anew on the way', () => {
    const { p2m } = newP2m();
    p2m.pod.mark(0x4_0000, 18);
    p2m.pod.fill(512);
    changeEntryTypeGlobal(p2m, P2MT.ram_rw, P2MT.ram_logdirty);

    expect(p2m.populated(0x4_0205).type).toBe(P2MT.ram_logdirty);
    expect(typeAt(p2m, 0x4_0205)).toBe('ram_rw');
  });

  it('crash the domain for broken memory that somebody is about to use', () => {
    const { p2m, crashes } = mapWithRam(9);
    set(p2m, 5, 0, { type: 'ram_broken' });

    expect(p2m.populated(5)).toMatchObject({ type: P2MT.ram_broken, mfn: 0x10_0005 });
    expect(crashes).toEqual([]);
    expect(p2m.acquire(5)).toMatchObject({ type: P2MT.ram_broken, mfn: INVALID_MFN });
    expect(crashes).toEqual(['gfn 0x5 is broken memory']);
  });
});

describe('P2m.locked', () => {
  it('flushes at the end, once, and gives the lock back whatever happens', () => {
    const { p2m } = mapWithRam(9);
    const refuse = () => {
      throw new XenError('EBUSY', 'gfn 0x5 is in use');
    };

    const answer = p2m.locked(() => {
      p2m.setPage(5, 0x10_0777, P2MT.ram_ro, P2MA.rwx);
      p2m.setPage(5, 0x10_0777, P2MT.ram_rw, P2MA.rwx);
      return p2m.tables.flushes;
    });
    expect([answer, p2m.tables.flushes]).toEqual([0, 1]);

    expect(() => p2m.locked(refuse)).toThrow(errno('EBUSY'));
    p2m.setPage(5, 0x10_0777, P2MT.ram_ro, P2MA.rwx);
    expect(p2m.tables.flushes).toBe(2);
  });
});

describe('P2m.handleMisconfig', () => {
  it('resolves the mark, which another vcpu may still stumble over', () => {
    const { p2m, vcpu } = mapWithRam(9);
    const other = { spuriousMisconfig: false };
    recalculateAll(p2m);

    expect(p2m.handleMisconfig(5, other)).toBe(true);
    expect(vcpu.spuriousMisconfig).toBe(true);
    expect(p2m.handleMisconfig(5, vcpu)).toBe(true);
    expect(vcpu.spuriousMisconfig).toBe(false);

    recalculateAll(p2m);
    p2m.handleMisconfig(5, vcpu);
    expect(vcpu.spuriousMisconfig).toBe(false);
  });

  it('is false where nothing explains it', () => {
    const { p2m, vcpu } = mapWithRam(9);
    set(p2m, 5, 0, { access: 'w' });

    expect(p2m.handleMisconfig(5, vcpu)).toBe(false);
  });

  it('is false where a superpage cannot be split, even if it could be spurious', () => {
    const { p2m } = mapWithRam(9);
    recalculateAll(p2m);
    p2m.logDirty.ranges.add(5, 5);
    p2m.tables.pool.available = 0;

    for (const spuriousMisconfig of [false, true])
      expect(p2m.handleMisconfig(5, { spuriousMisconfig })).toBe(false);
  });
});
