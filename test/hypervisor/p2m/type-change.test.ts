import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { P2MT, type P2mTypeName } from '../../../src/hypervisor/abi/p2m-type.js';
import { XenBug } from '../../../src/hypervisor/abi/xen-bug.js';
import type { P2m } from '../../../src/hypervisor/p2m/p2m.js';
import {
  changeEntryTypeGlobal,
  changeTypeRange,
  finishTypeChange,
  memoryTypeChanged,
} from '../../../src/hypervisor/p2m/type-change.js';
import { entriesOf, entryAt } from '../../support/ept.js';
import { errno } from '../../support/host.js';
import { mapWithRam, set, tellingP2m, typeAt } from '../../support/p2m.js';

const WRITE = 0b10;

const changeAll = (p2m: P2m, from: P2mTypeName, to: P2mTypeName) => {
  changeEntryTypeGlobal(p2m, P2MT[from], P2MT[to]);
};
const changeRange = (p2m: P2m, first: number, end: number, from: P2mTypeName, to: P2mTypeName) => {
  changeTypeRange(p2m, first, end, P2MT[from], P2MT[to]);
};
const startTracking = (p2m: P2m, first: number, end: number) => {
  changeRange(p2m, first, end, 'ram_rw', 'ram_logdirty');
};
const stopTracking = (p2m: P2m, first: number, end: number) => {
  changeRange(p2m, first, end, 'ram_logdirty', 'ram_rw');
};

/** 4 MiB of RAM, two pages of them ioreq_server. */
function mapWithIoreqPages() {
  const world = mapWithRam(10);
  world.p2m.claim.claim(0, WRITE);
  for (const gfn of [5, 0x205]) world.p2m.changeTypeOne(gfn, P2MT.ram_rw, P2MT.ioreq_server);
  return world;
}

describe('changeEntryTypeGlobal', () => {
  // prettier-ignore
  it.each([
    // from           to               log-dirty before  log-dirty then
    ['ram_rw',        'ram_logdirty',  false,            true],
    ['ram_logdirty',  'ram_rw',        true,             false],
    ['ioreq_server',  'ram_rw',        true,             false],
    ['ram_rw',        'ram_rw',        true,             true],
    ['ioreq_server',  'ram_logdirty',  false,            true],
  ] as const)('from %s to %s: global log-dirty %s becomes %s, and the root is marked', (from, to, before, then) => {
    const { p2m } = mapWithRam(10);
    p2m.logDirty.global = before;

    changeAll(p2m, from, to);

    expect(p2m.logDirty.global).toBe(then);
    expect(entryAt(p2m.tables, 0, 3)).toBe('9c0000000000053f');
    expect(p2m.tables.flushes).toBe(1);
  });

  it('shows at once in what is read, and in the entries when they are resolved', () => {
    const { p2m, vcpu } = mapWithIoreqPages();
    p2m.claim.disclaim(0);

    changeAll(p2m, 'ioreq_server', 'ram_rw');
    expect([typeAt(p2m, 0x205), p2m.entryCount]).toEqual(['ram_rw', 2]);
    expect(entryAt(p2m.tables, 0x205)).toBe('9cf0000100205171');

    p2m.handleMisconfig(0x205, vcpu);
    expect([typeAt(p2m, 0x205), p2m.entryCount]).toEqual(['ram_rw', 1]);
    expect(entryAt(p2m.tables, 0x205)).toBe('9c00000100205377');
  });

  it('leaves ioreq_server pages to their owner', () => {
    const { p2m } = mapWithIoreqPages();

    changeAll(p2m, 'ram_rw', 'ram_logdirty');
    finishTypeChange(p2m, 0, 1024);

    expect([0x204, 0x205].map((gfn) => entryAt(p2m.tables, gfn))).toEqual([
      '9c20000100204175',
      '9cf0000100205171',
    ]);
    expect(p2m.entryCount).toBe(2);
  });

  it.each([
    ['ram_ro', 'ram_rw'],
    ['ram_rw', 'mmio_dm'],
  ] as const)('stops at a BUG where Xen asserts: from %s to %s', (from, to) => {
    const { p2m } = mapWithRam(10);

    expect(() => {
      changeAll(p2m, from, to);
    }).toThrow(XenBug);
    expect(p2m.tables.flushes).toBe(0);
  });
});

describe('changeTypeRange', () => {
  it('notes and marks what becomes log-dirty, and what no longer is', () => {
    const { p2m, crashes } = mapWithRam(10);

    startTracking(p2m, 0x10, 0x20);
    expect([...p2m.logDirty.ranges]).toEqual([[0x10, 0x1f]]);
    expect([0xf, 0x10, 0x1f, 0x20].map((gfn) => typeAt(p2m, gfn))).toEqual([
      'ram_rw',
      'ram_logdirty',
      'ram_logdirty',
      'ram_rw',
    ]);

    stopTracking(p2m, 0x10, 0x18);
    expect([...p2m.logDirty.ranges]).toEqual([[0x18, 0x1f]]);
    expect([0x10, 0x18].map((gfn) => typeAt(p2m, gfn))).toEqual(['ram_rw', 'ram_logdirty']);
    expect(crashes).toEqual([]);
  });

  it('marks nothing for exactly one gfn, which is written to as before', () => {
    const { p2m, crashes } = mapWithRam(10);
    const before = entriesOf(p2m.tables);

    startTracking(p2m, 5, 6);

    expect([...p2m.logDirty.ranges]).toEqual([[5, 5]]);
    expect([entriesOf(p2m.tables), typeAt(p2m, 5), p2m.tables.flushes]).toEqual([
      before,
      'ram_rw',
      0,
    ]);
    expect(crashes).toEqual([]);
  });

  // prettier-ignore
  it.each([
    // first  end     noted              why
    [0x3f0,  0x500,  [[0x3f0, 0x3ff]],  'cut at the last mapping'],
    [0x400,  0x500,  [],                'beyond it'],
    [0x3f0,  0,      [[0x3f0, 0x3ff]],  'an end that has wrapped'],
    [0,      0x400,  [[0, 0x3ff]],      'all there is'],
  ] as const)('gfns %i to %i: notes %j, %s', (first, end, noted, _) => {
    const { p2m } = mapWithRam(10);

    startTracking(p2m, first, end);

    expect([...p2m.logDirty.ranges]).toEqual(noted);
  });

  it('goes the global way for all that is mapped, without the global mode', () => {
    const { p2m, crashes } = mapWithRam(10);

    startTracking(p2m, 0, 0x400);

    expect(entryAt(p2m.tables, 0, 3)).toBe('9c0000000000053f');
    expect(p2m.logDirty.global).toBe(false);
    expect([typeAt(p2m, 0x205), crashes]).toEqual(['ram_logdirty', []]);
  });

  // prettier-ignore
  it.each([
    // from           to
    ['ioreq_server',  'ram_rw'],
    ['ioreq_server',  'ram_logdirty'],
    ['ram_rw',        'ioreq_server'],
    ['ram_logdirty',  'ioreq_server'],
  ] as const)('notes nothing for a change that is not about log-dirty alone: from %s to %s', (from, to) => {
    const { p2m, crashes } = mapWithIoreqPages();
    p2m.claim.disclaim(0);
    p2m.logDirty.ranges.add(0x18, 0x27);

    changeRange(p2m, 0, 0x20, from, to);

    expect([...p2m.logDirty.ranges]).toEqual([[0x18, 0x27]]);
    expect([5, 0x205].map((gfn) => typeAt(p2m, gfn))).toEqual(['ram_rw', 'ioreq_server']);
    expect(crashes).toEqual([]);
  });

  it('leaves what lies before a range that ends with the last mapping', () => {
    const { p2m } = mapWithIoreqPages();
    p2m.claim.disclaim(0);

    changeRange(p2m, 0x200, 0x400, 'ioreq_server', 'ram_rw');

    expect([5, 0x205].map((gfn) => typeAt(p2m, gfn))).toEqual(['ioreq_server', 'ram_rw']);
  });

  // prettier-ignore
  it.each([
    // from           to               crashes
    ['ram_rw',        'ram_logdirty',  1],
    ['ram_logdirty',  'ram_rw',        1],
    ['ioreq_server',  'ram_rw',        2],
  ] as const)('from %s to %s: crashes the domain when it cannot split, %i times', (from, to, times) => {
    const { p2m, crashes } = mapWithRam(10);
    p2m.tables.pool.available = 0;

    changeRange(p2m, 0x10, 0x20, from, to);

    expect(crashes).toEqual(
      Array(times).fill('gfns 0x10..0x1f could not be split to change their type'),
    );
    expect(p2m.logDirty.ranges.isEmpty).toBe(from !== 'ram_rw');
  });

  it('flushes once', () => {
    const { p2m } = mapWithRam(10);

    startTracking(p2m, 0x1f0, 0x210);

    expect(p2m.tables.flushes).toBe(1);
  });

  it.each([
    ['ram_rw', 'ram_ro', 'ram_ro is no type to change lazily'],
    ['mmio_dm', 'ram_rw', 'mmio_dm is no type to change lazily'],
    ['ram_rw', 'ram_rw', 'a range may not change from ram_rw to itself'],
  ] as const)('stops at a BUG: from %s to %s', (from, to, why) => {
    const { p2m } = mapWithRam(10);

    expect(() => {
      changeRange(p2m, 0, 0x10, from, to);
    }).toThrow(new XenBug(why));
  });
});

describe('finishTypeChange', () => {
  it('carries out what is pending, and flushes nothing', () => {
    const { p2m } = mapWithIoreqPages();
    p2m.claim.disclaim(0);
    changeAll(p2m, 'ioreq_server', 'ram_rw');
    const before = p2m.tables.flushes;

    finishTypeChange(p2m, 0, 0x200);
    expect(p2m.entryCount).toBe(1);
    finishTypeChange(p2m, 0x200, 2 ** 40);
    expect(p2m.entryCount).toBe(0);
    expect(p2m.tables.flushes).toBe(before);
  });

  it('ends as it does in one go, in batches of any size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.boolean(), (batch, owned) => {
        const [whole, inBatches] = [mapWithIoreqPages(), mapWithIoreqPages()].map(({ p2m }) => {
          if (!owned) p2m.claim.disclaim(0);
          startTracking(p2m, 0x1fe, 0x203);
          changeAll(p2m, 'ram_rw', 'ram_rw');
          return p2m;
        });

        finishTypeChange(whole!, 0, 1024);
        for (let gfn = 0; gfn < 1024; gfn += batch) finishTypeChange(inBatches!, gfn, batch);

        expect(entriesOf(inBatches!.tables)).toEqual(entriesOf(whole!.tables));
        expect(inBatches!.entryCount).toBe(owned ? 2 : 0);
        for (const p2m of [whole!, inBatches!]) p2m.destroy();
      }),
      { numRuns: 30 },
    );
  });

  it('answers ENOMEM where a superpage that is log-dirty in part cannot be split', () => {
    const { p2m } = mapWithRam(10);
    p2m.logDirty.ranges.add(0x205, 0x205);
    changeAll(p2m, 'ram_rw', 'ram_rw');
    p2m.tables.pool.available = 0;

    expect(() => {
      finishTypeChange(p2m, 0, 1024);
    }).toThrow(errno('ENOMEM', 'gfns from 0x0'));
    expect(entryAt(p2m.tables, 0x205)).toBe('9c000001002007ff');
  });
});

describe('memoryTypeChanged', () => {
  it('marks the root for memory types alone', () => {
    const { p2m } = mapWithRam(10);
    set(p2m, 5, 0, { type: 'ram_logdirty' });

    memoryTypeChanged(p2m);
    expect(entryAt(p2m.tables, 0, 3)).toBe('9c0000000000013f');
    finishTypeChange(p2m, 0, 1024);
    expect(typeAt(p2m, 5)).toBe('ram_logdirty');
  });
});

describe('what a map tells of a lazy change', () => {
  const { ram_rw, ram_logdirty } = P2MT;

  it('is the gfns up to the last mapping, and the types from and to', () => {
    const { p2m, told } = tellingP2m();
    set(p2m, 0, 10);
    told.length = 0;

    changeAll(p2m, 'ram_rw', 'ram_logdirty');
    stopTracking(p2m, 0x10, 0x20);
    startTracking(p2m, 0x3f0, 0x500);
    startTracking(p2m, 0x400, 0x500);

    expect(told).toEqual([
      [0, 0x400, ram_logdirty, ram_rw, undefined],
      [0x10, 0x10, ram_rw, ram_logdirty, undefined],
      [0x3f0, 0x10, ram_logdirty, ram_rw, undefined],
    ]);
  });
});

describe('a superpage set over what is log-dirty in part', () => {
  it('is plain RAM until the next mark, then of a type for each gfn, and split when resolved', () => {
    const { p2m, vcpu } = mapWithRam(10);
    startTracking(p2m, 5, 6);
    set(p2m, 0, 9);
    expect(entryAt(p2m.tables, 5)).toBe('9c000001000003f7');

    changeAll(p2m, 'ram_rw', 'ram_rw');
    expect([4, 5].map((gfn) => typeAt(p2m, gfn))).toEqual(['ram_rw', 'ram_logdirty']);
    expect(p2m.query(5).order).toBe(9);
    p2m.handleMisconfig(4, vcpu);
    expect([4, 5].map((gfn) => entryAt(p2m.tables, gfn))).toEqual([
      '9c00000100004377',
      '9c20000100005175',
    ]);
  });
});
