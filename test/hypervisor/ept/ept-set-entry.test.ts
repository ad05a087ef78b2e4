import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INVALID_MFN } from '../../../src/hypervisor/abi/frames.js';
import { P2MA } from '../../../src/hypervisor/abi/p2m-access.js';
import { P2MT, type P2mTypeName } from '../../../src/hypervisor/abi/p2m-type.js';
import { XenBug } from '../../../src/hypervisor/abi/xen-bug.js';
import { invalidateAll } from '../../../src/hypervisor/ept/ept-invalidate.js';
import { setEntry } from '../../../src/hypervisor/ept/ept-set-entry.js';
import { LOG_DIRTY, type EptTables } from '../../../src/hypervisor/ept/ept-tables.js';
import {
  countOf,
  entriesOf,
  entryAt,
  map,
  newTables,
  PAGES,
  wordAt,
  type Mapped,
} from '../../support/ept.js';

const [EINVAL, ENOMEM, EBUSY] = [-22, -12, -16];
const EMPTY = '8000000000000000';

/** What one mapping of an empty EPT looks like. */
function entryOf(mapped: Mapped, options: Parameters<typeof newTables>[0] = {}) {
  const { tables } = newTables(options);
  map(tables, mapped);
  return entryAt(tables, mapped.gfn);
}

describe('setEntry', () => {
  // prettier-ignore
  it.each([
    // type                 order  frame            entry
    ['ram_rw',              0,     '0x100200',      '9c00000100200377'],
    ['ram_rw',              9,     '0x100600',      '9c000001006003f7'],
    ['ram_rw',              18,    '0x200000',      '9c000002000003f7'],
    ['ram_logdirty',        9,     '0x100200',      '9c200001002001f5'],
    ['ram_ro',              0,     '0x100200',      '9c30000100200175'],
    ['ioreq_server',        0,     '0x100205',      '9cf0000100205373'],
    ['mmio_dm',             0,     '0x100801',      '9c40000100801000'],
    ['mmio_direct',         0,     '0xfe000',       '9c500000fe000307'],
    ['grant_map_rw',        0,     '0x100200',      '9c70000100200373'],
    ['grant_map_ro',        0,     '0x100200',      '9c80000100200171'],
    ['map_foreign',         0,     '0x800001',      '9ce0000800001373'],
    ['populate_on_demand',  0,     '0xffffffffff',  '9c6ffffffffff000'],
    ['populate_on_demand',  9,     '0xffffffffff',  '9c6ffffffffff080'],
    ['populate_on_demand',  18,    '0xffffffffff',  '9c6ffffffffff080'],
    ['ram_rw',              0,     '0xffffffffff',  EMPTY],
    ['ram_rw',              0,     '0xe0000',       EMPTY],
    ['ram_rw',              0,     '0x1100000',     EMPTY],
  ] as const)('writes %s of order %i, frame %s, as %s', (type, order, mfn, entry) => {
    expect(entryOf({ gfn: 0x4_0000, mfn: Number(mfn), order, type })).toBe(entry);
  });

  it('leaves a and d out where the CPU does not keep them, x where superpages may not have it', () => {
    const page = { gfn: 0x200, mfn: 0x10_0000, order: 9 } as const;

    expect(entryOf(page, { adBits: false })).toBe('9c000001000000f7');
    expect(entryOf(page, { execSuperpages: false })).toBe('9c000001000003f3');
    expect(entryOf({ ...page, order: 0 }, { layout: 'access_59' })).toBe('b800000100000377');
  });

  it('creates the tables on the way, even to unmap what is not mapped', () => {
    const { tables } = newTables();

    expect(map(tables, { gfn: 0x205, mfn: INVALID_MFN })).toBe(0);
    expect([3, 2, 1, 0].map((level) => entryAt(tables, 0x205, level))).toEqual([
      '9c00000000000107',
      '9c00000000000107',
      '9c00000000000107',
      EMPTY,
    ]);
    expect(tables.pool.allocated).toBe(4);
  });

  it('gives a new middle entry the access that is the default by then', () => {
    const { tables } = newTables();
    tables.defaultAccess = P2MA.rw;
    map(tables, { gfn: 0x205 });

    expect(entryAt(tables, 0x205, 1)).toBe('8c00000000000107');
  });

  it('knows read-only device memory, uncached and without w', () => {
    const { tables } = newTables();
    tables.memoryTypes.mmioReadonly.add(0xf_e010, 0xf_e01f);
    map(tables, { gfn: 0x200, mfn: 0xf_e010, type: 'mmio_direct' });

    expect(entryAt(tables, 0x200)).toBe('9c500000fe010145');
  });

  it('marks a superpage that needs more than one memory type, without asking for its type', () => {
    const { tables } = newTables();
    tables.memoryTypes.cacheFlushPermitted = true;
    tables.memoryTypes.pinned.set(0x400, 0x4ff, 1, 46, () => undefined);

    map(tables, { gfn: 0x200, mfn: 0x10_0000, order: 9 });
    map(tables, { gfn: 0x400, mfn: 0x10_0600, order: 9 });

    expect([0x200, 0x400].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c000001000003b7',
      '9c000001006003bf',
    ]);
  });
});

describe('setEntry within a superpage', () => {
  it('splits all of it to the size that is mapped', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0, mfn: 0x20_0000, order: 18 });

    map(tables, { gfn: 0x200, mfn: 0x10_0000, order: 9 });
    expect(tables.pool.allocated).toBe(2 + 1);
    expect([0, 0x200, 0x400].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c000002000003f7',
      '9c000001000003f7',
      '9c000002004003f7',
    ]);
  });

  it('costs 513 tables for one page of 1 GiB', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0, mfn: 0x20_0000, order: 18 });

    map(tables, { gfn: 0x1_2345, mfn: 0x21_2345, type: 'ioreq_server' });

    expect(tables.pool.allocated).toBe(2 + 513);
    expect([0x1_2344, 0x1_2345].map((gfn) => entryAt(tables, gfn))).toEqual([
      '9c00000212344377',
      '9cf0000212345373',
    ]);
    tables.destroy();
  });

  it('splits memory that is to be populated, too', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0x200, order: 9, type: 'populate_on_demand' });
    map(tables, { gfn: 0x201 });

    expect(entryAt(tables, 0x206)).toBe('9c60000000005000');
  });

  it('loses what has no permissions and is not to be populated', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0x200, order: 9, type: 'mmio_dm' });
    map(tables, { gfn: 0x201 });

    expect(entryAt(tables, 0x200)).toBe(EMPTY);
  });
});

describe('setEntry over what was mapped', () => {
  it('frees the tables below a superpage', () => {
    const { tables } = newTables();
    for (const gfn of [0x201, 0x401]) map(tables, { gfn });
    expect(tables.pool.inUse).toBe(5);

    map(tables, { gfn: 0, mfn: 0x20_0000, order: 18 });
    expect(tables.pool.inUse).toBe(2);
  });

  it('flushes if what was there was present, or a superpage was split, and not for a new mapping', () => {
    const { tables } = newTables();
    const flushesOf = (mapped: Mapped) => {
      const before = tables.flushes;
      map(tables, mapped);
      return tables.flushes - before;
    };

    expect(flushesOf({ gfn: 0x200, order: 9 })).toBe(0);
    expect(flushesOf({ gfn: 0x205, mfn: INVALID_MFN })).toBe(1);
    expect(flushesOf({ gfn: 0x205 })).toBe(0);
    expect(flushesOf({ gfn: 0x205 })).toBe(1);
    expect(flushesOf({ gfn: 0x205, access: 'n' })).toBe(1);
    expect(flushesOf({ gfn: 0x205 })).toBe(0);
    expect(flushesOf({ gfn: 0x400, order: 9, type: 'populate_on_demand' })).toBe(0);
    expect(flushesOf({ gfn: 0x405 })).toBe(1);
  });

  it('inherits whether #VE is suppressed from an entry that says something', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0x205 });
    PAGES.words[wordAt(tables, 0x205, 0) + 1]! -= 0x8000_0000;

    map(tables, { gfn: 0x205, type: 'ram_ro' });

    expect(entryAt(tables, 0x205)).toBe('1c30000100205175');
  });

  it('raises the highest mapped gfn for every type but invalid, and never lowers it', () => {
    const { tables } = newTables();
    const highestAfter = (mapped: Mapped) => {
      map(tables, mapped);
      return tables.maxMappedGfn;
    };

    expect(highestAfter({ gfn: 0x200, order: 9 })).toBe(0x3ff);
    expect(highestAfter({ gfn: 0x500, mfn: INVALID_MFN, type: 'invalid' })).toBe(0x3ff);
    expect(highestAfter({ gfn: 0x500, mfn: INVALID_MFN })).toBe(0x500);
    expect(highestAfter({ gfn: 0x205 })).toBe(0x500);
  });

  it('resolves the marks on its path first', () => {
    const { tables, seen } = newTables();
    map(tables, { gfn: 0x205 });
    map(tables, { gfn: 0x206 });
    invalidateAll(tables, true);

    map(tables, { gfn: 0x206 });

    expect(seen.resolved).toBe(1);
    expect([3, 2, 1, 0].map((level) => entryAt(tables, 0x205, level))).toEqual([
      '9c00000000000107',
      '9c00000000000107',
      '9c00000000000107',
      '9c00000100205377',
    ]);
  });
});

describe('what setEntry counts', () => {
  it('is one more or one less when the type or the frame of a page changes', () => {
    const { tables } = newTables();
    const countAfter = (mapped: Mapped) => {
      map(tables, mapped);
      return tables.ioreqEntries;
    };
    const ioreq = { gfn: 0x205, type: 'ioreq_server' } as const;

    expect(countAfter(ioreq)).toBe(1);
    expect(countAfter(ioreq)).toBe(1);
    expect(countAfter({ ...ioreq, mfn: 0x10_0777 })).toBe(1);
    expect(countAfter({ gfn: 0x205 })).toBe(0);
    expect(countAfter(ioreq)).toBe(1);
    expect(countAfter({ gfn: 0x205, mfn: INVALID_MFN })).toBe(0);
  });

  it('are references on foreign frames as well', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0x205, mfn: 0x80_0001, type: 'map_foreign' });
    expect(tables.foreignReferences).toBe(1);

    map(tables, { gfn: 0x205, mfn: 0x80_0002, type: 'map_foreign' });
    expect(tables.foreignReferences).toBe(1);
    map(tables, { gfn: 0x205 });
    expect(tables.foreignReferences).toBe(0);
  });

  it('does not ask again who owns a foreign frame that stays where it is', () => {
    const { tables, policy } = newTables();
    const foreign = { gfn: 0x205, mfn: 0x80_0001, type: 'map_foreign' } as const;
    map(tables, foreign);
    policy.frameHasOwner = () => false;

    expect(map(tables, { ...foreign, access: 'r' })).toBe(0);
    expect(map(tables, { ...foreign, mfn: 0x80_0002 })).toBe(EBUSY);
    expect(tables.foreignReferences).toBe(1);
  });

  it('takes no page for a table, whatever its frame', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0x205, type: 'ioreq_server' });
    const table = PAGES.words[wordAt(tables, 0x205, 1)]! >>> 12;
    map(tables, { gfn: 0x300, mfn: table });

    map(tables, { gfn: 0x300 });

    expect(tables.forgottenIoreqEntries).toBe(0);
  });

  it('forgets the pages below a superpage that replaces them, as Xen does', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0x205, type: 'ioreq_server' });
    map(tables, { gfn: 0x206, mfn: 0x80_0001, type: 'map_foreign' });

    map(tables, { gfn: 0x200, order: 9 });

    expect([tables.ioreqEntries, tables.foreignReferences]).toEqual([1, 1]);
    expect(tables.forgottenIoreqEntries).toBe(1);
    expect([countOf(tables, 'ioreq_server'), countOf(tables, 'map_foreign')]).toEqual([0, 0]);
  });

  it('equals what a walk would count, as long as no superpage is set over a table', () => {
    const types = fc.constantFrom<P2mTypeName>('ram_rw', 'ioreq_server', 'mmio_dm', 'map_foreign');
    const pages = fc.record({
      gfn: fc.constantFrom(0x200, 0x205, 0x3ff, 0x400, 0x4_0000),
      type: types,
      mfn: fc.constantFrom(0x10_0000, 0x80_0001, INVALID_MFN),
    });

    fc.assert(
      fc.property(fc.array(pages, { maxLength: 20 }), (mapped) => {
        const { tables } = newTables();
        map(tables, { gfn: 0x200, order: 9 });
        for (const page of mapped) map(tables, page);

        expect(tables.ioreqEntries).toBe(countOf(tables, 'ioreq_server'));
        expect(tables.foreignReferences).toBe(countOf(tables, 'map_foreign'));
        tables.destroy();
      }),
      { numRuns: 50 },
    );
  });
});

describe('setEntry answers', () => {
  /** The rc, having made sure that a refusal leaves the entries alone. */
  function refused(tables: EptTables, mapped: Mapped): number {
    const before = entriesOf(tables);
    const rc = map(tables, mapped);
    expect(entriesOf(tables)).toEqual(before);
    return rc;
  }

  // prettier-ignore
  it.each([
    // gfn            frame        order  why
    ['0x201',         '0x100000',  9,     'a gfn that is not aligned to the order'],
    ['0x200',         '0x100001',  9,     'a frame that is not'],
    ['0x200',         '0x100200',  18,    'a gfn that is not aligned to the order'],
    ['0x1000000000',  '0x100000',  0,     'a gfn that four levels cannot translate'],
  ] as const)('EINVAL for gfn %s, frame %s, order %i: %s', (gfn, mfn, order, _) => {
    expect(refused(newTables().tables, { gfn: Number(gfn), mfn: Number(mfn), order })).toBe(EINVAL);
  });

  it('ENOMEM when a table cannot be had, but for those above it', () => {
    const { tables } = newTables();
    tables.pool.available = 1;

    expect(map(tables, { gfn: 0x205 })).toBe(ENOMEM);
    expect(tables.pool.inUse).toBe(2);
    expect(tables.flushes).toBe(1);
  });

  it('ENOMEM when a superpage cannot be split, with nothing changed and flushed all the same', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0, order: 18 });
    tables.pool.available = 512;

    expect(refused(tables, { gfn: 0x205 })).toBe(ENOMEM);
    expect([tables.pool.inUse, tables.pool.available, tables.flushes]).toEqual([2, 512, 1]);
  });

  it('ENOMEM when a mark on the path cannot be resolved', () => {
    const { tables, policy } = newTables();
    map(tables, { gfn: 0x200, order: 9 });
    invalidateAll(tables, true);
    policy.logDirtyCoverage = () => LOG_DIRTY.part;
    tables.pool.available = 0;

    expect(map(tables, { gfn: 0x200, order: 9 })).toBe(ENOMEM);
    expect(entryAt(tables, 0x200)).toBe('9c000001002007ff');
  });

  it('EBUSY for a foreign frame that nobody owns', () => {
    const { tables } = newTables();
    map(tables, { gfn: 0x205 });

    expect(refused(tables, { gfn: 0x205, mfn: 0x10_0000, type: 'map_foreign' })).toBe(EBUSY);
    expect(tables.foreignReferences).toBe(0);
  });

  // prettier-ignore
  it.each([
    // type           order  frame             says
    ['ioreq_server',  9,     '0x100200',       'a superpage may not be ioreq_server'],
    ['map_foreign',   9,     '0x800000',       'a superpage may not be map_foreign'],
    ['mmio_direct',   0,     '0xffffffffff',   'mmio_direct without a machine frame'],
  ] as const)('nothing where Xen has a BUG_ON: %s of order %i, frame %s', (type, order, mfn, says) => {
    const { tables } = newTables();
    const mapping = { gfn: 0x200, mfn: Number(mfn), order, type: P2MT[type], access: P2MA.rwx };

    expect(() => setEntry(tables, mapping)).toThrow(new XenBug(`gfn 0x200: ${says}`));
    expect(entriesOf(tables)).toEqual([]);
  });
});
