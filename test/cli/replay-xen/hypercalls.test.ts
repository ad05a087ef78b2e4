import { describe, expect, it } from 'vitest';
import { HYPERCALLS, memTypeOf } from '../../../src/cli/replay-xen/hypercalls.js';
import type { Args } from '../../../src/cli/replay-xen/recording.js';
import { worldOf } from '../../support/replay.js';

const done = (out = {}) => ({ ret: 0, errno: null, out });
const failed = (errno: string) => ({ ret: -1, errno, out: {} });

async function setup() {
  const world = await worldOf();
  const call = (op: keyof typeof HYPERCALLS, args: Args = {}) =>
    HYPERCALLS[op](world, args, [], {});
  return { world, call };
}

describe('HYPERCALLS', () => {
  it('create servers, which get their names', async () => {
    const { world, call } = await setup();

    expect(await call('create_ioreq_server', { handle_bufioreq: 2 })).toEqual(done({ id: 0 }));
    expect(await call('create_ioreq_server', { when: 'now' })).toEqual(done({ id: 1 }));
    expect(world.servers.idOf('B')).toBe(1);
    expect(world.servers.buffering).toEqual([0]);
    expect(await call('create_ioreq_server', { handle_bufioreq: 0, pad_index_nonzero: 2 })).toEqual(
      failed('EINVAL'),
    );
  });

  it('have their answers in the words of the recordings', async () => {
    const { call } = await setup();
    await call('create_ioreq_server', { handle_bufioreq: 1 });

    expect(await call('get_ioreq_server_info', { id: 0, flags: 1, owner: 'dom0' })).toEqual(
      done({ ioreq_gfn: '0x0', bufioreq_gfn: '0x0', bufioreq_port_nonzero: true }),
    );
    expect(await call('HVMOP_get_mem_type', { pfn: '0x850' })).toEqual(
      done({ mem_type: 2, name: 'mmio_dm' }),
    );
  });

  it('know ranges by the recorded and by the full name', async () => {
    const { call } = await setup();
    await call('create_ioreq_server');
    const range = { id: 0, type: 1, start: '0x1000', end: '0x1fff', pad: 0 };

    expect(await call('map_io_range', range)).toEqual(done());
    expect(await call('map_io_range_to_ioreq_server', { id: 0, type: 7 })).toEqual(
      failed('EINVAL'),
    );
    expect(await call('unmap_io_range', range)).toEqual(done());
  });

  it('know the domain that an argument speaks of', async () => {
    const { world, call } = await setup();
    const { answer } = await world.createDomain({ type: 'pv' });
    world.turnTo('PV', answer.domid as number);
    const asked = (domain: string) => call('HVMOP_get_mem_type', { domain, pfn: 0 });

    expect(await asked('PV')).toEqual(failed('EINVAL'));
    expect(await asked('DOMID_SELF from PV dom0')).toEqual(failed('EINVAL'));
    expect(await asked('0 from PV dom0')).toEqual(failed('EINVAL'));
    expect(await asked('nonexistent')).toEqual(failed('ESRCH'));
  });

  it('have an errno where not one extent is done', async () => {
    const { world, call } = await setup();

    expect(await call('XENMEM_decrease_reservation', { gfn: '0x400' })).toEqual(done());
    expect(await call('XENMEM_decrease_reservation', { gfn: '0x400' })).toEqual(failed('EBUSY'));
    expect(await memTypeOf(world, 0x400)).toBe('mmio_dm');
  });
});

describe('HYPERCALLS on dirty and moved memory', () => {
  it('have their buffers from the recorded sizes', async () => {
    const { world, call } = await setup();
    const vram = { first_pfn: '0x400', nr: 8, pad: 0, nr_bufs: 2 };

    expect(await call('track_dirty_vram', { ...vram, buf1_size: 1 })).toEqual(
      done({ bitmap: 'ff' }),
    );
    expect(await call('track_dirty_vram', { ...vram, buf1_size: 0 })).toEqual(failed('EINVAL'));

    expect(await call('track_dirty_vram', { ...vram, nr_bufs: 1, buf1_size: 1 })).toEqual(
      failed('EINVAL'),
    );

    await world.demand('POST', '/domctl/shadow_op', { op: 'enable_logdirty' });
    const extent = { first_pfn: '0x410', nr: 1, pad: 0 };
    const modified = (args: Args) => call('modified_memory', { ...extent, ...args });
    expect(await modified({ nr_extents: 2, buf1_size: 32 })).toMatchObject({ ret: 0 });
    expect(await modified({ nr_extents: 2, buf1_size: 31 })).toMatchObject({ errno: 'EINVAL' });
    expect(await modified({ nr: 2, opaque: 1 })).toMatchObject({ ret: 0 });
  });

  it('move pages, count vcpus, shut down', async () => {
    const { world, call } = await setup();
    const move = { src: '0x400', dst: '0x860', size: 1, pad: 0 };

    expect(await call('relocate_memory', move)).toEqual(done());
    expect(await memTypeOf(world, 0x400)).toBe('mmio_dm');
    expect(await call('nr_vcpus')).toEqual(done({ vcpus: 1 }));
    expect(await call('remote_shutdown', { reason: 3 })).toEqual(done());
  });

  it('populate memory, be it on demand', async () => {
    const { world, call } = await setup();
    const marked = { first: '0x880', nr: 64, flags: 'populate_on_demand' };

    expect(await call('XENMEM_populate_physmap', marked)).toEqual(done());
    expect(await call('set_pod_target', { target_pages: 2144 })).toEqual(
      done({ tot: 2144, cache: 32, entries: 64 }),
    );
    expect(await memTypeOf(world, 0x880)).toBe('ram_rw');
  });
});
