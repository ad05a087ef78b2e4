import { describe, expect, it } from 'vitest';
import { PAGE_PEEKS } from '../../../src/cli/replay-xen/page-peeks.js';
import { addServerA, worldOf } from '../../support/replay.js';

async function setup() {
  const world = await worldOf('sf_pages_x');
  await addServerA(world, { handle_bufioreq: 1 });
  return async (op: string, args: object = {}, out: object = {}) =>
    (await PAGE_PEEKS[op]!(world, args as never, [], out as never)).out;
}

describe('PAGE_PEEKS', () => {
  it('show pages byte for byte', async () => {
    const peek = await setup();

    expect(await peek('sync_page', { bytes: 26 })).toEqual({
      nonzero_bytes: 1,
      last_nonzero: 24,
      hex: '00'.repeat(24) + '0100',
    });
    expect(await peek('ram_peek', { gpa: '0x400100' })).toEqual({ u32: '0x18110a03' });
  });

  it('show slots, of one vcpu or of several', async () => {
    const peek = await setup();

    expect(await peek('shared_page_peek')).toEqual({ vp_eport: 1, state: 0 });
    expect(await peek('shared_page_peek', {}, { vp_eport: [1, 0, 0] })).toEqual({
      vp_eport: [1, 0, 0],
      state: [0, 0],
    });
    expect(await peek('shared_page_peek', { id: 0 })).toMatchObject({
      state: 0,
      vp_eport_after_enable_nonzero: true,
    });
  });

  it('show the ring, which the device model may have moved', async () => {
    const peek = await setup();
    const moved = { read_pointer: 2, write_pointer: 3 };

    expect(await peek('ring_pointers', { when: 'DM read to 2' }, moved)).toEqual(moved);
    expect(await peek('ring_pointers', { when: 'after' })).toEqual(moved);
    expect(await peek('buffered_page', { bytes: 8 })).toMatchObject({ hex: '0200000003000000' });
  });
});
