import { describe, expect, it } from 'vitest';
import { MEMORY_CALLS } from '../../../src/cli/replay-xen/memory-calls.js';
import { worldOf } from '../../support/replay.js';

const DOMAIN = 'the HVM domain';

async function setup() {
  const world = await worldOf('sf_x');
  return (op: keyof typeof MEMORY_CALLS, args: object = {}) =>
    MEMORY_CALLS[op](world, args as never, [], {});
}

describe('MEMORY_CALLS', () => {
  it('answer how many extents are done', async () => {
    const call = await setup();
    const extents = { first_gfn: '0x850', nr_extents: 2, extent_order: 0, mem_flags: '0x0' };

    expect(await call('XENMEM_populate_physmap', extents)).toEqual({
      ret: 2,
      errno: null,
      out: { extents_done: 2 },
    });
    expect(await call('XENMEM_increase_reservation', { why: 'over max_mem' })).toMatchObject({
      ret: 0,
    });
    expect(await call('XENMEM_decrease_reservation', extents)).toMatchObject({ ret: 2 });
  });

  it('answer numbers', async () => {
    const call = await setup();

    expect((await call('XENMEM_current_reservation', { domid: DOMAIN })).ret).toBe(2112);
    expect((await call('XENMEM_maximum_reservation', { domid: DOMAIN })).ret).toBe(16384);
    expect((await call('XENMEM_maximum_gpfn', { domid: 'DOMID_SELF' })).ret).toBe(0);
    expect(await call('XENMEM_maximum_gpfn')).toMatchObject({ ret: 0, out: { gpfn: '0x93f' } });
    expect(await call('XENMEM_current_reservation', { arg: 'bad pointer' })).toMatchObject({
      errno: 'EFAULT',
    });
    expect(await call('memory_op', { cmd: 29 })).toMatchObject({ errno: 'ENOSYS' });
  });

  it('put frames at gfns, one and many', async () => {
    const call = await setup();
    const one = { space: 0, idx: '0x0', gpfn: '0x860', size: 0, domid: DOMAIN };
    const many = { space: 2, u: 0, size: 2, idxs: ['0x402', '0x850', '0x1'], first_gpfn: '0x870' };

    expect((await call('XENMEM_add_to_physmap', one)).out).toMatchObject({ gpfn: '0x860' });
    expect((await call('XENMEM_add_to_physmap_batch', many)).out).toEqual({
      size: 2,
      errs: [0, -22, 119],
    });
    expect(await call('XENMEM_remove_from_physmap', { gpfn: '0x860' })).toMatchObject({ ret: 0 });
  });

  it('acquire resources, and ask for access', async () => {
    const call = await setup();
    const size = { type: 1, id: 0, nr_frames: 0, pad: 0, frame: '0x0', frame_list: null };

    expect((await call('XENMEM_acquire_resource', size)).out).toEqual({
      nr_frames: 4,
      frames_written: 0,
    });
    expect(await call('XENMEM_acquire_resource', { ...size, why: 'no such domain' })).toMatchObject(
      { errno: 'ESRCH' },
    );
    expect(await call('XENMEM_access_op', { op: 0, access: 3, nr: 1, pfn: '0x400' })).toMatchObject(
      { errno: 'EINVAL', out: { access: 3 } },
    );
  });
});
