import { describe, expect, it } from 'vitest';
import { SHARED_INFO } from '../../../src/cli/replay-xen/shared-info.js';
import { worldOf } from '../../support/replay.js';

async function peeks(scenario: string) {
  const world = await worldOf(scenario);
  const look = async () => (await SHARED_INFO['shared_info_peek']!(world, {}, [], {})).out;
  await world.demand('POST', '/memory/add_to_physmap', { space: 0, gpfn: '0x8f8' });
  await world.demand('POST', '/evtchn/alloc_unbound', { remote_dom: 0 });
  await world.sendEvent(1);
  await world.sendEvent(1);
  return [await look(), await look()];
}

describe('SHARED_INFO', () => {
  it('shows the page as the guest sees it', async () => {
    const [first, second] = await peeks('sf_x');

    expect(first).toEqual({
      vcpu0_upcall_pending: 1,
      vcpu0_upcall_mask: 0,
      vcpu0_sel: '0x1',
      pending0: '0x2',
      mask0: '0x0',
    });
    expect(second).toEqual(first);
  });

  it('is cleared after the look where the recorder did so', async () => {
    const [, second] = await peeks('sf_upcall_vector_delivery');

    expect(second).toMatchObject({ vcpu0_upcall_pending: 0, pending0: '0x0' });
  });
});
