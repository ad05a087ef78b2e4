import { describe, expect, it } from 'vitest';
import { invalidateAll, invalidateRange } from '../../../src/hypervisor/ept/ept-invalidate.js';
import { resolveMisconfig } from '../../../src/hypervisor/ept/ept-misconfig.js';
import {
  LOG_DIRTY,
  type EptPolicy,
  type EptTables,
} from '../../../src/hypervisor/ept/ept-tables.js';
import { countOf, entriesOf, entryAt, map, newTables, PAGES, wordAt } from '../../support/ept.js';

const ENOMEM = -12;
const [WC, WT] = [1, 4];
const ADDRESS_BITS = 46;

/** 2 MiB at 0x200 and 0x600, five pages at 0x400, two of them ioreq_server, a marked root. */
function markedTables({ recalc = true } = {}) {
  const world = newTables();
  const { tables } = world;
  map(tables, { gfn: 0x200, order: 9 });
  map(tables, { gfn: 0x600, order: 9 });
  map(tables, { gfn: 0x400 });
  map(tables, { gfn: 0x401, type: 'ioreq_server' });
  map(tables, { gfn: 0x5ff, type: 'ioreq_server' });
  map(tables, { gfn: 0x402, type: 'ram_ro' });
  map(tables, { gfn: 0x403, access: 'n' });
  invalidateAll(tables, recalc);
  return world;
}

/** Mark gfns as log-dirty: a range is so, in part, or not. */
function logDirty(policy: EptPolicy, from: number, to: number) {
  policy.logDirtyCoverage = (first, last) => {
    if (first >= from && last <= to) return LOG_DIRTY.all;
    return first <= to && last >= from ? LOG_DIRTY.part : LOG_DIRTY.none;
  };
}

const pathOf = (tables: EptTables, gfn: number) =>
  [3, 2, 1, 0].map((level) => entryAt(tables, gfn, level));

describe('resolveMisconfig', () => {
  it('does nothing where nothing is marked', () => {
    const { tables, seen } = newTables();
    map(tables, { gfn: 0x205 });
    map(tables, { gfn: 0x400, order: 9 });
    const before = entriesOf(tables);

    for (const gfn of [0, 0x205, 0x206, 0x400, 0x600, 0x4_0000, 0x800_0000])
      expect(resolveMisconfig(tables, gfn)).toBe(0);
    expect([entriesOf(tables), seen.resolved]).toEqual([before, 0]);
  });

  it('pushes the mark down along the path, and leaves it to all neighbours', () => {
    const { tables, seen } = markedTables();

    expect(resolveMisconfig(tables, 0x400)).toBe(1);

    expect(pathOf(tables, 0x400)).toEqual([
      '9c00000000000107',
      '9c00000000000107',
      '9c00000000000107',
      '9c00000100400377',
    ]);
    expect([0x200, 0x600].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c000001002007ff',
      '9c000001006007ff',
    ]);
    expect(seen.resolved).toBe(1);
  });

  it('finishes all 512 entries of a lowest table at once', () => {
    const { tables } = markedTables();
    expect(tables.ioreqEntries).toBe(2);

    resolveMisconfig(tables, 0x400);

    expect([0x400, 0x401, 0x5ff, 0x402, 0x403].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c00000100400377',
      '9c00000100401377',
      '9c000001005ff377',
      '9c30000100402175',
      '8000000100403300',
    ]);
    expect([tables.ioreqEntries, countOf(tables, 'ioreq_server')]).toEqual([0, 0]);
    expect(resolveMisconfig(tables, 0x5ff)).toBe(0);
  });

  it('tells neighbours apart that differ by their type alone', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0x400, type: 'ram_logdirty' });
    map(tables, { gfn: 0x401, type: 'ram_ro' });
    map(tables, { gfn: 0x402, type: 'ram_logdirty', access: 'rx' });
    invalidateRange(tables, 0x400, 0x402);

    resolveMisconfig(tables, 0x400);

    expect([0x400, 0x401, 0x402].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c00000100400377',
      '9c30000100401175',
      '9400000100402375',
    ]);
  });

  it('goes as far down as the mark reaches for a gfn without a mapping', () => {
    const { tables } = markedTables();

    expect(resolveMisconfig(tables, 0x800)).toBe(1);
    expect(pathOf(tables, 0x400)).toEqual([
      '9c00000000000107',
      '9c00000000000107',
      '9c0000000000053f',
      '9c00000100400377',
    ]);
    expect(resolveMisconfig(tables, 0x410)).toBe(1);
    expect(entryAt(tables, 0x401)).toBe('9cf000010040177b');
  });

  it('never flushes', () => {
    const { tables } = markedTables();
    const before = tables.flushes;

    for (const gfn of [0x200, 0x400, 0x600]) resolveMisconfig(tables, gfn);

    expect(tables.flushes).toBe(before);
  });

  it('keeps ioreq_server entries while a server owns them, their mark gone', () => {
    const { tables, policy } = markedTables();
    policy.ioreqServerOwned = () => true;
    tables.permissions.ioreqWritesForwarded = true;

    resolveMisconfig(tables, 0x400);

    expect(entryAt(tables, 0x401)).toBe('9cf0000100401373');
    expect(tables.ioreqEntries).toBe(2);
  });

  it('changes no type where only memory types were asked for', () => {
    const { tables, policy } = markedTables({ recalc: false });
    logDirty(policy, 0, 0xfff);

    for (const gfn of [0x200, 0x400]) resolveMisconfig(tables, gfn);

    expect([0x200, 0x400, 0x401].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c000001002003f7',
      '9c00000100400377',
      '9cf0000100401373',
    ]);
    expect(tables.ioreqEntries).toBe(2);
  });

  it('write-protects what is log-dirty, page by page where a table is so in part', () => {
    const { tables, policy } = markedTables();
    logDirty(policy, 0x401, 0x402);

    resolveMisconfig(tables, 0x400);

    expect([0x400, 0x401, 0x402, 0x5ff].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c00000100400377',
      '9c20000100401175',
      '9c30000100402175',
      '9c000001005ff377',
    ]);
  });

  it('hands a mark down to each page of the table by its own gfn', () => {
    const { tables, policy } = markedTables();
    for (const gfn of [0x5fd, 0x5fe]) map(tables, { gfn });
    invalidateRange(tables, 0x400, 0x5ff);
    logDirty(policy, 0x5fe, 0x5fe);

    resolveMisconfig(tables, 0x5fd);

    expect([0x400, 0x5fd, 0x5fe].map((gfn) => entryAt(tables, gfn)?.slice(0, 3))).toEqual([
      '9c0',
      '9c0',
      '9c2',
    ]);
  });

  it('gives each page the memory type that the guest chose', () => {
    const { tables } = markedTables({ recalc: false });
    tables.memoryTypes.cacheFlushPermitted = true;
    tables.memoryTypes.pinned.set(0x401, 0x402, WC, ADDRESS_BITS, () => undefined);

    resolveMisconfig(tables, 0x400);

    expect([0x400, 0x401, 0x402].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c00000100400337',
      '9cf000010040134b',
      '9c3000010040214d',
    ]);
  });

  it('stops at an entry for a table with a memory type that no mark has', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0x205 });
    invalidateRange(tables, 0x200, 0x3ff);
    const root = wordAt(tables, 0x205, 3);
    PAGES.words[root] = PAGES.words[root]! | (6 << 3);

    expect(resolveMisconfig(tables, 0x205)).toBe(0);
    expect(entryAt(tables, 0x205, 1)).toBe('9c0000000000053f');
  });
});

describe('resolveMisconfig of a superpage', () => {
  it('keeps it whole outside of the log-dirty ranges, and wholly within them', () => {
    const { tables, policy } = markedTables();
    logDirty(policy, 0x600, 0x7ff);

    expect([0x2ff, 0x6ff].map((gfn) => resolveMisconfig(tables, gfn))).toEqual([1, 1]);
    expect([0x200, 0x600].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c000001002003f7',
      '9c200001006001f5',
    ]);
  });

  it('splits it where it is log-dirty in part, one level at a time, and finishes the table', () => {
    const { tables, policy } = markedTables();
    logDirty(policy, 0x205, 0x205);

    expect(resolveMisconfig(tables, 0x204)).toBe(1);
    expect([0x204, 0x205].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c00000100204377',
      '9c20000100205175',
    ]);
  });

  it('splits 1 GiB along the path only', () => {
    const { tables, policy } = newTables();
    map(tables, { gfn: 0, order: 18, mfn: 0x20_0000 });
    invalidateAll(tables, true);
    logDirty(policy, 0x205, 0x205);

    resolveMisconfig(tables, 0x205);

    expect(tables.pool.allocated).toBe(4);
    expect([0, 0x204, 0x205, 0x400].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c000002000007ff',
      '9c00000200204377',
      '9c20000200205175',
      '9c000002004007ff',
    ]);
  });

  it('splits 1 GiB that is log-dirty in part, however far from the gfn that is resolved', () => {
    const { tables, policy } = newTables();
    map(tables, { gfn: 0x4_0000, order: 18, mfn: 0x20_0000 });
    invalidateAll(tables, true);
    logDirty(policy, 0x7_0000, 0x7_0fff);

    resolveMisconfig(tables, 0x4_0205);

    expect([0x4_0205, 0x7_0205].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c000002002003f7',
      '9c000002302007ff',
    ]);
  });

  it('settles the type of all of it before it splits', () => {
    const { tables, policy } = newTables();
    map(tables, { gfn: 0x4_0000, order: 18, mfn: 0x20_0000 });
    invalidateAll(tables, true);
    logDirty(policy, 0x4_0000, 0x7_ffff);
    tables.memoryTypes.cacheFlushPermitted = true;
    tables.memoryTypes.pinned.set(0x7_0000, 0x7_0fff, WT, ADDRESS_BITS, () => undefined);

    resolveMisconfig(tables, 0x4_0205);

    expect([0x4_0205, 0x4_0400].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c200002002001b5',
      '9c200002004001fd',
    ]);
  });

  it('splits it where it needs more than one memory type, types settled before', () => {
    const { tables, policy } = markedTables();
    logDirty(policy, 0, 0xfff);
    tables.memoryTypes.cacheFlushPermitted = true;
    tables.memoryTypes.pinned.set(0x200, 0x2ff, WT, ADDRESS_BITS, () => undefined);

    resolveMisconfig(tables, 0x205);

    expect([0x200, 0x2ff, 0x300].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c20000100200165',
      '9c200001002ff165',
      '9c20000100300135',
    ]);
  });

  it('splits one of a type that does not change when its memory type asks for it', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0x200, order: 9, type: 'ram_ro' });
    invalidateAll(tables, true);
    tables.memoryTypes.cacheFlushPermitted = true;
    tables.memoryTypes.pinned.set(0x200, 0x2ff, WT, ADDRESS_BITS, () => undefined);

    expect(resolveMisconfig(tables, 0x200)).toBe(1);
    expect([0x200, 0x300].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c30000100200165',
      '9c30000100300135',
    ]);
  });

  it('leaves it marked when it cannot be split, the levels above already done', () => {
    const { tables, policy, seen } = markedTables();
    logDirty(policy, 0x205, 0x205);
    tables.pool.available = 0;

    expect([0x204, 0x204].map((gfn) => resolveMisconfig(tables, gfn))).toEqual([ENOMEM, ENOMEM]);
    expect(pathOf(tables, 0x204).slice(0, 3)).toEqual([
      '9c00000000000107',
      '9c00000000000107',
      '9c000001002007ff',
    ]);
    expect(seen.resolved).toBe(2);
  });
});
