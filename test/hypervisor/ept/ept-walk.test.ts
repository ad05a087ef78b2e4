import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { P2mAccessName } from '../../../src/hypervisor/abi/p2m-access.js';
import { invalidateAll } from '../../../src/hypervisor/ept/ept-invalidate.js';
import { resolveMisconfig } from '../../../src/hypervisor/ept/ept-misconfig.js';
import { pathTo } from '../../../src/hypervisor/ept/ept-path.js';
import type { EptTables } from '../../../src/hypervisor/ept/ept-tables.js';
import { EptWalk, TRANSLATION, walkEpt } from '../../../src/hypervisor/ept/ept-walk.js';
import { map, newTables, PAGES, wordAt } from '../../support/ept.js';

const [R, W, X] = [0b001, 0b010, 0b100];
const NAMES = ['hit', 'violation', 'misconfig'];
const SP = 1 << 7;

const maskOf = (letters: string) =>
  (letters.includes('r') ? R : 0) |
  (letters.includes('w') ? W : 0) |
  (letters.includes('x') ? X : 0);

/** What an access meets, the level where, and what was permitted. */
function walk(tables: EptTables, gfn: number, wanted: string) {
  const end = new EptWalk();
  const met = NAMES[walkEpt(tables, gfn, maskOf(wanted), end)];
  return [met, end.level, end.permissions] as const;
}

function variedTables() {
  const { tables } = newTables();
  map(tables, { gfn: 0x205 });
  map(tables, { gfn: 0x206, type: 'ram_logdirty' });
  map(tables, { gfn: 0x207, type: 'mmio_dm' });
  map(tables, { gfn: 0x208, access: 'w' });
  map(tables, { gfn: 0x209, access: 'wx' });
  map(tables, { gfn: 0x400, order: 9, type: 'ram_ro' });
  map(tables, { gfn: 0x600, order: 9, type: 'populate_on_demand' });
  map(tables, { gfn: 0x4_0000, order: 18 });
  return tables;
}

describe('walkEpt', () => {
  // prettier-ignore
  it.each([
    // gfn            wants  meets         level  permitted   why
    ['0x205',         'r',   'hit',        0,     R | W | X,  'RAM'],
    ['0x205',         'w',   'hit',        0,     R | W | X,  'RAM'],
    ['0x205',         'x',   'hit',        0,     R | W | X,  'RAM'],
    ['0x206',         'r',   'hit',        0,     R | X,      'RAM that is write-protected'],
    ['0x206',         'rw',  'violation',  0,     R | X,      'RAM that is write-protected'],
    ['0x207',         'r',   'violation',  0,     0,          'a page without permissions'],
    ['0x208',         'r',   'misconfig',  0,     W,          'w without r'],
    ['0x209',         'x',   'misconfig',  0,     W | X,      'w without r'],
    ['0x20a',         'r',   'violation',  0,     0,          'an empty entry'],
    ['0x4ff',         'x',   'hit',        1,     R | X,      '2 MiB'],
    ['0x4ff',         'w',   'violation',  1,     R | X,      '2 MiB'],
    ['0x6ff',         'r',   'violation',  1,     0,          'memory to be populated'],
    ['0x41234',       'w',   'hit',        2,     R | W | X,  '1 GiB'],
    ['0x80000',       'r',   'violation',  2,     0,          'an empty entry'],
    ['0x8000000',     'r',   'violation',  3,     0,          'an empty entry of the root'],
    ['0x1000000000',  'r',   'violation',  3,     0,          'beyond what four levels translate'],
  ] as const)('gfn %s, wants %s: %s at level %i, permitted %i (%s)', (gfn, wants, met, level, permitted, _) => {
    expect(walk(variedTables(), Number(gfn), wants)).toEqual([met, level, permitted]);
  });

  // prettier-ignore
  it.each([
    // memory type  meets
    [0,         'hit'],
    [1,         'hit'],
    [2,         'misconfig'],
    [3,         'misconfig'],
    [4,         'hit'],
    [5,         'hit'],
    [6,         'hit'],
    [7,         'misconfig'],
  ])('takes memory type %i of a mapping for a %s', (emt, met) => {
    const tables = variedTables();
    setLow(tables, 0x205, 0, (lo) => (lo & ~(7 << 3)) | (emt << 3));

    expect(walk(tables, 0x205, 'r')[0]).toBe(met);
  });

  it('stops at the first reserved bit, marks and all, before what lies below', () => {
    const tables = variedTables();
    invalidateAll(tables, true);

    expect(walk(tables, 0x205, 'r').slice(0, 2)).toEqual(['misconfig', 3]);
    expect(walk(tables, 0x8_0000, 'r').slice(0, 2)).toEqual(['misconfig', 3]);

    resolveMisconfig(tables, 0x8_0000);
    expect(walk(tables, 0x205, 'r').slice(0, 2)).toEqual(['misconfig', 2]);
    expect(walk(tables, 0x4_0000, 'r').slice(0, 2)).toEqual(['misconfig', 2]);
    expect(walk(tables, 0x8_0000, 'r').slice(0, 2)).toEqual(['violation', 2]);

    resolveMisconfig(tables, 0x205);
    expect(walk(tables, 0x205, 'r').slice(0, 2)).toEqual(['hit', 0]);
  });

  it('knows ipat as reserved in an entry that leads to a table', () => {
    const tables = variedTables();
    setLow(tables, 0x205, 1, (lo) => lo | (1 << 6));

    expect(walk(tables, 0x205, 'r').slice(0, 2)).toEqual(['misconfig', 1]);
  });

  it('allows what every entry on the way allows', () => {
    const tables = variedTables();
    setLow(tables, 0x205, 1, (lo) => lo & ~W);

    expect(walk(tables, 0x205, 'w')).toEqual(['violation', 0, R | X]);
    expect(walk(tables, 0x205, 'r')).toEqual(['hit', 0, R | X]);
  });

  it('leaves the last entry where it ended, of the first that is reserved at a misconfiguration', () => {
    const tables = variedTables();
    const end = new EptWalk();

    walkEpt(tables, 0x205, R, end);
    expect([end.lo >>> 0, end.hi >>> 0]).toEqual([0x0020_5377, 0x9c00_0001]);
    invalidateAll(tables, true);
    walkEpt(tables, 0x205, R, end);
    expect(end.lo & 0xfff).toBe(0x53f);
    walkEpt(tables, 2 ** 36, R, end);
    expect([end.lo, end.hi]).toEqual([0, 0]);
  });

  it('is what the manual says of the entries of the path, read one by one', () => {
    const accesses = fc.constantFrom<P2mAccessName>('n', 'r', 'w', 'rw', 'x', 'rx', 'wx', 'rwx');
    const gfns = fc.constantFrom(0x205, 0x206, 0x400, 0x5ff, 0x4_0000);

    fc.assert(
      fc.property(accesses, gfns, fc.nat(7), fc.boolean(), (access, gfn, wanted, marked) => {
        const { tables } = newTables();
        map(tables, { gfn: 0x205, access });
        map(tables, { gfn: 0x400, order: 9, access });
        if (marked) invalidateAll(tables, false);

        const end = new EptWalk();
        expect(NAMES[walkEpt(tables, gfn, wanted, end)]).toBe(byTheManual(tables, gfn, wanted));
        tables.destroy();
      }),
    );
  });
});

/** SDM volume 3C, 29.3.3: level by level, a misconfiguration before a violation. */
function byTheManual(tables: EptTables, gfn: number, wanted: number): string {
  let permitted = R | W | X;
  for (const { level, lo } of pathTo(tables, gfn)) {
    const rwx = lo & (R | W | X);
    const emt = (lo >> 3) & 7;
    if (rwx === 0) return 'violation';
    if ((rwx & (R | W)) === W) return 'misconfig';
    const leads = level > 0 && (lo & SP) === 0;
    if (leads && (lo & 0x78) !== 0) return 'misconfig';
    if (!leads && [2, 3, 7].includes(emt)) return 'misconfig';
    permitted &= rwx;
  }
  return (permitted & wanted) === wanted ? 'hit' : 'violation';
}

describe('EptWalk.mfnOf', () => {
  // prettier-ignore
  it.each([
    // gfn       frame
    ['0x205',    '0x100205'],
    ['0x4ff',    '0x1004ff'],
    ['0x41234',  '0x141234'],
  ])('is the frame that gfn %s translates to: %s', (gfn, mfn) => {
    const end = new EptWalk();

    expect(walkEpt(variedTables(), Number(gfn), R, end)).toBe(TRANSLATION.hit);
    expect(end.mfnOf(Number(gfn))).toBe(Number(mfn));
  });
});

/** Write the low word of an entry on a path. */
function setLow(tables: EptTables, gfn: number, level: number, change: (lo: number) => number) {
  const word = wordAt(tables, gfn, level);
  PAGES.words[word] = change(PAGES.words[word]!);
}
