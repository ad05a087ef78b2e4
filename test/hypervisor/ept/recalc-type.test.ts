import { describe, expect, it } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { LOG_DIRTY } from '../../../src/hypervisor/ept/ept-tables.js';
import { ramTypeOf, recalculatedType } from '../../../src/hypervisor/ept/recalc-type.js';
import { newTables } from '../../support/ept.js';

const LOG_DIRTY_GFN = 0x205;

describe('recalculatedType', () => {
  // prettier-ignore
  it.each([
    // type           outside log-dirty  within it        outside, owned   within, owned
    ['ram_rw',        'ram_rw',          'ram_logdirty',  'ram_rw',        'ram_logdirty'],
    ['ram_logdirty',  'ram_rw',          'ram_logdirty',  'ram_rw',        'ram_logdirty'],
    ['ioreq_server',  'ram_rw',          'ram_logdirty',  'ioreq_server',  'ioreq_server'],
    ['ram_ro',        'ram_ro',          'ram_ro',        'ram_ro',        'ram_ro'],
    ['mmio_direct',   'mmio_direct',     'mmio_direct',   'mmio_direct',   'mmio_direct'],
    ['map_foreign',   'map_foreign',     'map_foreign',   'map_foreign',   'map_foreign'],
  ] as const)('of %s: %s, %s; with an owner %s, %s', (type, ...expected) => {
    const { policy } = newTables();
    policy.logDirtyCoverage = (first, last) =>
      first === LOG_DIRTY_GFN && last === LOG_DIRTY_GFN ? LOG_DIRTY.all : LOG_DIRTY.none;

    const types = [false, true].flatMap((owned) => {
      policy.ioreqServerOwned = () => owned;
      return [0x204, LOG_DIRTY_GFN].map((gfn) => recalculatedType(policy, P2MT[type], gfn));
    });

    expect(types).toEqual(expected.map((name) => P2MT[name]));
  });
});

describe('ramTypeOf', () => {
  it('is ram_rw outside of log-dirty, and ram_logdirty within it', () => {
    expect([LOG_DIRTY.none, LOG_DIRTY.all].map(ramTypeOf)).toEqual([
      P2MT.ram_rw,
      P2MT.ram_logdirty,
    ]);
  });
});
