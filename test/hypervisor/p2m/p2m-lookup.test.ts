import { describe, expect, it } from 'vitest';
import { INVALID_MFN } from '../../../src/hypervisor/abi/frames.js';
import { p2mAccessName } from '../../../src/hypervisor/abi/p2m-access.js';
import { p2mTypeName } from '../../../src/hypervisor/abi/p2m-type.js';
import { invalidateAll } from '../../../src/hypervisor/ept/ept-invalidate.js';
import { LOG_DIRTY } from '../../../src/hypervisor/ept/ept-tables.js';
import { P2mLookup } from '../../../src/hypervisor/p2m/p2m-lookup.js';
import { entriesOf, map, newTables, PAGES, wordAt } from '../../support/ept.js';

function setup() {
  const world = newTables();
  const { tables } = world;
  map(tables, { gfn: 0, order: 9 });
  map(tables, { gfn: 0x205, access: 'rx' });
  map(tables, { gfn: 0x206, type: 'ioreq_server' });
  map(tables, { gfn: 0x207, type: 'mmio_dm' });
  map(tables, { gfn: 0x208, type: 'populate_on_demand' });
  map(tables, { gfn: 0x20a, type: 'ram_logdirty', access: 'n' });
  map(tables, { gfn: 0x400, order: 9, type: 'ram_logdirty' });
  map(tables, { gfn: 0x600, order: 9, type: 'populate_on_demand' });
  map(tables, { gfn: 0x4_0000, order: 18 });
  return { ...world, lookup: new P2mLookup(tables) };
}

describe('P2mLookup', () => {
  // prettier-ignore
  it.each([
    // gfn       type                   access  frame            order
    ['0x205',    'ram_rw',              'rx',   '0x100205',      0],
    ['0x206',    'ioreq_server',        'rwx',  '0x100206',      0],
    ['0x207',    'mmio_dm',             'rwx',  '0x100207',      0],
    ['0x208',    'populate_on_demand',  'n',    '0xffffffffff',  0],
    ['0x209',    'mmio_dm',             'n',    '0xffffffffff',  0],
    ['0x20a',    'ram_logdirty',        'n',    '0x10020a',      0],
    ['0x4ff',    'ram_logdirty',        'rwx',  '0x1004ff',      9],
    ['0x6ff',    'populate_on_demand',  'n',    '0xffffffffff',  9],
    ['0x800',    'mmio_dm',             'n',    '0xffffffffff',  9],
    ['0x41234',  'ram_rw',              'rwx',  '0x141234',      18],
    ['0x80000',  'mmio_dm',             'n',    '0xffffffffff',  18],
    // Beyond what four levels can translate, though by its lower bits it is gfn 0, which is mapped.
    ['0x1000000000', 'mmio_dm',         'n',    '0xffffffffff',  27],
  ])('says that gfn %s is %s, access %s, frame %s, order %i', (at, type, access, mfn, order) => {
    const { lookup } = setup();
    const gfn = Number(at);

    const entry = lookup.query(gfn);

    expect([p2mTypeName(entry.type), p2mAccessName(entry.access)]).toEqual([type, access]);
    expect(entry).toMatchObject({ mfn: Number(mfn), order, suppressVe: true });
    expect(lookup.typeOf(gfn)).toBe(entry.type);
  });

  it('counts in a mark that is not resolved yet, and leaves it', () => {
    const { tables, policy, lookup } = setup();
    const typesOf = (...gfns: number[]) => gfns.map((gfn) => p2mTypeName(lookup.typeOf(gfn)));
    invalidateAll(tables, true);
    const before = entriesOf(tables);

    expect(typesOf(0x205, 0x206, 0x400)).toEqual(['ram_rw', 'ram_rw', 'ram_rw']);
    policy.ioreqServerOwned = () => true;
    expect(typesOf(0x206)).toEqual(['ioreq_server']);
    policy.logDirtyCoverage = (first) => (first === 0x4ff ? LOG_DIRTY.all : LOG_DIRTY.none);
    expect(typesOf(0x4fe, 0x4ff)).toEqual(['ram_rw', 'ram_logdirty']);
    expect(lookup.query(0x4ff)).toMatchObject({ order: 9, mfn: 0x10_04ff });
    expect(entriesOf(tables)).toEqual(before);
  });

  it('takes for marked what is so by what was met before', () => {
    const { tables, lookup } = setup();

    expect(p2mTypeName(lookup.query(0x206, true).type)).toBe('ram_rw');
    expect([p2mTypeName(lookup.query(0x206).type), lookup.metRecalc]).toEqual([
      'ioreq_server',
      false,
    ]);
    invalidateAll(tables, true);
    lookup.query(0x206);
    expect(lookup.metRecalc).toBe(true);
  });

  it('reads whether an entry suppresses #VE', () => {
    const { tables, lookup } = setup();
    PAGES.words[wordAt(tables, 0x205, 0) + 1]! -= 0x8000_0000;

    expect(lookup.query(0x205)).toMatchObject({ mfn: 0x10_0205, suppressVe: false });
    expect(lookup.query(0x999)).toMatchObject({ mfn: INVALID_MFN, suppressVe: true });
    invalidateAll(tables, true);
    expect(lookup.query(0x205)).toMatchObject({ mfn: 0x10_0205, suppressVe: false });
  });
});
