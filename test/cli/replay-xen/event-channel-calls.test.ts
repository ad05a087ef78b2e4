import { describe, expect, it } from 'vitest';
import { EVENT_CHANNEL_CALLS } from '../../../src/cli/replay-xen/event-channel-calls.js';
import { worldOf } from '../../support/replay.js';

const DOMAIN = 'the HVM domain';

async function setup() {
  const world = await worldOf('sf_x');
  return (op: string, args: object = {}) =>
    EVENT_CHANNEL_CALLS[`EVTCHNOP_${op}`]!(world, args as never, [], {});
}

describe('EVENT_CHANNEL_CALLS', () => {
  it('bind, and show both ends in the words of the recordings', async () => {
    const call = await setup();
    const opened = await call('alloc_unbound', { dom: DOMAIN, remote_dom: '0' });
    const bound = await call('bind_interdomain', { remote_dom: DOMAIN, remote_port: 1 });

    expect([opened.out, bound.out]).toEqual([{ port: 1 }, {}]);
    expect((await call('status', { dom: DOMAIN, port: 1 })).out).toEqual({
      status: 2,
      name: 'interdomain',
      vcpu: 0,
      remote_dom: '0',
      remote_port: null,
    });
    expect((await call('status', { dom: 'dom0', port: 'local', why: 'dom0 end' })).out).toEqual({
      status: 2,
      name: 'interdomain',
      vcpu: 0,
      remote_dom: DOMAIN,
      remote_port: 1,
    });

    expect(await call('send', { port: 'local', why: 'dom0 end' })).toMatchObject({ ret: 0 });
    expect(await call('unmask', { port: 'huge', why: 'huge' })).toMatchObject({ errno: 'EINVAL' });
    expect(await call('close', { port: 'local', why: 'dom0 end' })).toMatchObject({ ret: 0 });
    expect((await call('status', { dom: DOMAIN, port: 1 })).out).toMatchObject({
      name: 'unbound',
      unbound_dom: '0',
    });
    expect(await call('reset', { dom: DOMAIN })).toMatchObject({ ret: 0 });
  });

  it('call ports of dom0 local, and fill a domain with ports', async () => {
    const call = await setup();

    expect((await call('alloc_unbound', { dom: 'DOMID_SELF', remote_dom: DOMAIN })).out).toEqual({
      port: 'local',
    });
    expect(await call('alloc_unbound_loop')).toMatchObject({
      errno: 'ENOSPC',
      out: { accepted: 1023 },
    });
  });
});
