import { describe, expect, it } from 'vitest';
import { perform } from '../../../src/cli/replay-ept/operation.js';
import { P2M_OPERATIONS } from '../../../src/cli/replay-ept/p2m-operations.js';
import { RecordedWorld } from '../../../src/cli/replay-ept/recorded-world.js';
import type { Args } from '../../../src/cli/replay-ept/recording.js';
import { typeAt } from '../../support/p2m.js';

const SETUP = { ept_ad: 1, exec_sp: 1, hap_2mb: 1, hap_1gb: 1, cache_flush_permitted: 0 };
const RAM = { gfn: '0', mfn: '100000', order: 10, type: 'ram_rw', access: 'rwx' };

/** A recorded world with 4 MiB of RAM, and what an operation in it answers. */
function setup() {
  const world = new RecordedWorld(SETUP);
  const { p2m } = world;
  const answer = (name: string, args: Args) => perform(P2M_OPERATIONS[name]!, world, args);
  answer('p2m_set_entry', RAM);
  return { p2m, answer };
}

describe('the recorded operations on the map', () => {
  it('read an entry as it is recorded', () => {
    const { answer } = setup();

    expect(answer('get_entry', { gfn: '205', alloc: 0 })).toEqual({
      rc: 0,
      mfn: '100205',
      t: 'ram_rw',
      acc: 'rwx',
      order: 9,
      sve: 1,
    });
    expect(answer('get_entry', { gfn: '500', alloc: 0 })).toMatchObject({
      mfn: 'ffffffffffffffff',
      t: 'mmio_dm',
      acc: 'n',
    });
  });

  it('populate on demand where that is asked for', () => {
    const { answer } = setup();
    expect(answer('guest_physmap_mark_populate_on_demand', { gfn: '8000', order: 9 })).toEqual({
      rc: 0,
    });
    expect(answer('p2m_pod_set_mem_target', { target: 512, no_superpages: 0 })).toEqual({ rc: 0 });

    expect(answer('get_entry', { gfn: '8000', alloc: 0 })).toMatchObject({ t: 'pod' });
    expect(answer('get_entry', { gfn: '8000', alloc: 1 })).toMatchObject({
      t: 'ram_rw',
      mfn: '900000',
    });
  });

  it('change types one by one, in a range, and everywhere', () => {
    const { p2m, answer } = setup();
    const types = { ot: 'ram_rw', nt: 'ram_logdirty' };

    answer('p2m_change_type_one', { gfn: '5', ...types });
    answer('p2m_change_type_range', { start: '10', end: '20', ...types });
    expect([5, 0x10, 0x20].map((gfn) => typeAt(p2m, gfn))).toEqual([
      'ram_logdirty',
      'ram_logdirty',
      'ram_rw',
    ]);
    answer('p2m_change_entry_type_global', types);
    expect(typeAt(p2m, 0x20)).toBe('ram_logdirty');
    expect(answer('p2m_change_type_one', { gfn: '5', ot: 'ram_rw', nt: 'ram_rw' })).toEqual({
      rc: -16,
    });
  });

  it('resolve what is pending: of one gfn, of many, and in batches', () => {
    const { answer } = setup();
    answer('p2m_change_entry_type_global', { ot: 'ram_rw', nt: 'ram_logdirty' });

    expect(answer('resolve_misconfig', { gfn: '205' })).toEqual({ rc: 1 });
    expect(answer('resolve_misconfig', { gfn: '205' })).toEqual({ rc: 0 });
    expect(answer('p2m_finish_type_change', { first: '0', nr: 1024 })).toEqual({ rc: 0 });
    expect(answer('resolve_misconfig', { gfn: '5' })).toEqual({ rc: 0 });
    expect(answer('finish_batches', { first: '0', batch: 256, stop_when_ec0: 0 })).toMatchObject({
      batches: 4,
    });
    expect(answer('cpu_access', { gfn: '5', kind: 'r' })).toMatchObject({ rc: 1 });
  });

  it('claim the type ioreq_server and give it back, with servers counted from 1', () => {
    const { p2m, answer } = setup();

    expect(answer('p2m_set_ioreq_server', { server: 1, flags: 2 })).toEqual({ rc: 0 });
    expect(p2m.claim.owner).toBe(0);
    expect(answer('p2m_set_ioreq_server', { server: 2, flags: 0 })).toEqual({ rc: -22 });
    expect(answer('p2m_set_ioreq_server', { server: 0, flags: 2 })).toEqual({ rc: -16 });
    expect(answer('p2m_set_ioreq_server', { server: 1, flags: 0 })).toEqual({ rc: 0 });
    expect(answer('p2m_set_ioreq_server', { server: 0, flags: 0 })).toEqual({ rc: 0 });
  });

  it('restrict accesses, of pages and by default', () => {
    const { answer } = setup();

    answer('p2m_set_mem_access', { gfn: '200', nr: 1, xaccess: 'rx' });
    answer('p2m_set_mem_access', { gfn: '-', nr: 1, xaccess: 'rw' });
    answer('p2m_set_mem_access', { gfn: '201', nr: 1, xaccess: 'default' });

    expect(answer('p2m_get_mem_access', { gfn: '200' })).toEqual({ rc: 0, xacc: 5 });
    expect(answer('p2m_get_mem_access', { gfn: '201' })).toEqual({ rc: 0, xacc: 3 });
    expect(answer('p2m_get_mem_access', { gfn: '500' })).toEqual({ rc: -3, xacc: 99 });
  });

  it('map what is not the domain’s own RAM', () => {
    const { answer } = setup();

    expect(answer('set_entry_map_foreign', { gfn: '205', mfn: '800001' })).toEqual({ rc: 0 });
    expect(answer('set_mmio_p2m_entry', { gfn: '5000', mfn: 'fe000', order: 0 })).toEqual({
      rc: 0,
    });
    expect(answer('set_mmio_p2m_entry', { gfn: '200', mfn: 'fe000', order: 9 })).toEqual({ rc: 1 });
    expect(answer('p2m_add_identity_entry', { gfn: 'fe005', access: 'rw' })).toEqual({ rc: 0 });
    expect(answer('p2m_add_identity_entry', { gfn: 'fe005', access: 'r' })).toEqual({ rc: -16 });
    expect(answer('p2m_remove_identity_entry', { gfn: 'fe005' })).toEqual({ rc: 0 });
    expect(answer('get_entry', { gfn: 'fe005', alloc: 0 })).toMatchObject({ t: 'mmio_dm' });
  });

  it('limit the pool of page-table pages, or lift the limit', () => {
    const { answer } = setup();

    answer('set_page_table_pool_limit', { n: 0 });
    expect(answer('p2m_change_type_one', { gfn: '5', ot: 'ram_rw', nt: 'ram_ro' })).toEqual({
      rc: -12,
    });
    answer('set_page_table_pool_limit', { n: -1 });
    expect(answer('p2m_change_type_one', { gfn: '5', ot: 'ram_rw', nt: 'ram_ro' })).toEqual({
      rc: 0,
    });
  });
});
