import { describe, expect, it } from 'vitest';
import { DOMAIN_CALLS } from '../../../src/cli/replay-xen/domain-calls.js';
import { worldOf } from '../../support/replay.js';

async function setup() {
  const world = await worldOf('sf_x');
  const call = (op: string, args: object = {}) => DOMAIN_CALLS[op]!(world, args as never, [], {});
  return { world, call };
}

describe('DOMAIN_CALLS', () => {
  it('ask how the domain is, which is paused meanwhile', async () => {
    const { world, call } = await setup();
    await world.run();

    expect((await call('domctl_getdomaininfo')).out).toEqual({
      domain_matches: true,
      flags: '0xffff010a',
      tot_pages: 2112,
      max_pages: 16384,
      outstanding: 0,
      nr_online_vcpus: 1,
      max_vcpu_id: 0,
    });
  });

  it('pause it, limit it, shut it down and resume it', async () => {
    const { call } = await setup();
    const runs = async () => (await call('guest_runs')).out;
    expect(await runs()).toEqual({ runs: false });
    await call('domctl_unpausedomain');
    expect(await runs()).toEqual({ runs: true });

    await call('SCHEDOP_remote_shutdown', { reason: 1 });
    expect(await runs()).toEqual({ runs: false });
    await call('SCHEDOP_remote_shutdown', { reason: 2, why: 'second' });
    expect((await call('domctl_getdomaininfo')).out).toMatchObject({ flags: '0x10106' });
    await call('domctl_resumedomain');
    await call('domctl_pausedomain');
    await call('domctl_max_mem', { kib: 9216 });
    expect((await call('domctl_getdomaininfo')).out).toMatchObject({
      flags: '0xffff010a',
      max_pages: 2304,
    });
    expect(await call('domctl_sethvmcontext', { records: 'CPU instance 0' })).toMatchObject({
      ret: 0,
    });
  });
});
