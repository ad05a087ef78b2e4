import { describe, expect, it } from 'vitest';
import { isGuestCall, playGuestCall } from '../../../src/cli/replay-xen/guest-calls.js';
import { worldOf } from '../../support/replay.js';

const step = (op: string, args: object) => ({
  scenario: 'sf_x',
  step: 1,
  op,
  args: { caller: 'guest', ...args },
});

describe('playGuestCall', () => {
  it('has the guest make the call, and looks at its argument', async () => {
    const world = await worldOf('sf_x');

    expect(
      await playGuestCall(world, step('HVMOP_get_param', { index: 31, domid: 0x7ff0 })),
    ).toMatchObject({ errno: 'EPERM', out: { arg_changed: false } });
    expect(
      await playGuestCall(world, step('EVTCHNOP_alloc_unbound', { dom: 'DOMID_SELF' })),
    ).toEqual({ ret: 0, errno: null, out: { arg_changed: true } });
    expect(world.argument[4]).toBe(1);
  });

  it('sees that the guest has stopped', async () => {
    const world = await worldOf('sf_x');

    expect(await playGuestCall(world, step('SCHEDOP_shutdown', { reason: 2 }))).toEqual({
      ret: -1,
      errno: 'EIO',
      out: { guest: 'stopped', domain: 'shutdown', shutdown_reason: 2, arg_changed: false },
    });
  });

  it('expects of a call that it does not know what no recording has', async () => {
    expect(await playGuestCall(await worldOf('sf_x'), step('balloon', {}))).toMatchObject({
      errno: 'a call of the guest that the replayer does not know',
    });
    expect([isGuestCall(step('x', {})), isGuestCall(step('x', { caller: 'dom0' }))]).toEqual([
      true,
      false,
    ]);
  });
});
