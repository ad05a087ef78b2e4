import { describe, expect, it } from 'vitest';
import { playSpin, SPIN_LOOKS, spinBefore } from '../../../src/cli/replay-xen/guest-spin.js';
import type { SpinStep } from '../../../src/cli/replay-xen/recording.js';
import { worldOf } from '../../support/replay.js';

const spin = (fields: Partial<SpinStep> = {}): SpinStep => ({
  scenario: 'sf_x',
  step: 1,
  op: 'guest_spin',
  label: '',
  rflags_in: '0x202',
  exception: { rip_off: 6 },
  ...fields,
});

async function setup() {
  const world = await worldOf('sf_x');
  const inject = (vector: number, type: number) =>
    world.demand('POST', '/dmop/inject_event', { vcpuid: 0, vector, type, error_code: 0x55 });
  return { world, inject };
}

describe('playSpin', () => {
  it('shows what arrives on the jump', async () => {
    const { world, inject } = await setup();
    await inject(13, 3);

    expect(await playSpin(world, spin())).toEqual({
      completed: true,
      released_by_harness: false,
      exception: { vector: 13, error: '0x55', rip_off: 6, cr2: '0x0' },
      rflags: '0x200',
    });
  });

  it('shows that nothing arrives, or that the domain is crashed', async () => {
    const { world, inject } = await setup();
    expect(await playSpin(world, spin({ exception: null }))).toMatchObject({
      released_by_harness: true,
      exception: null,
    });
    await inject(2, 2);

    expect(await playSpin(world, spin())).toMatchObject({ domain: 'crashed', shutdown_reason: 3 });
  });

  it('is played before the step that was made meanwhile, where something was pending', async () => {
    const { world, inject } = await setup();
    await inject(6, 3);
    const pending = spin({ exception: { rip_off: -8100 } });
    await spinBefore(world, pending);
    await inject(14, 3);

    expect(await playSpin(world, pending)).toMatchObject({
      exception: { vector: 6, rip_off: -8100 },
    });
    expect((await SPIN_LOOKS['guest_exception_seen']!(world, {}, [], {})).out).toEqual({
      vector_plus_1: 15,
      error: '0x55',
    });
  });
});
