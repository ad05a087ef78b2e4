import { describe, expect, it } from 'vitest';
import { play } from '../../../src/cli/replay-xen/play.js';
import { guestStep, worldOf } from '../../support/replay.js';

const step = (op: string, args = {}) => ({ scenario: 's', step: 1, op, args });

describe('play', () => {
  it('carries out calls and guest steps', async () => {
    const world = await worldOf();

    expect(await play(world, step('create_ioreq_server'), [])).toMatchObject({ out: { id: 0 } });
    expect(await play(world, guestStep({ bytes: '90' }), [])).toMatchObject({ completed: true });
  });

  it('has the emulator domain make the calls that are its own', async () => {
    const stubdom = step('stubdom:create_ioreq_server');
    const world = await worldOf('rc_two', { steps: [stubdom] });

    expect(await play(world, stubdom, [])).toMatchObject({ errno: 'EPERM' });
    await play(world, step('domctl_set_target'), []);
    expect(await play(world, stubdom, [])).toMatchObject({ ret: 0, out: { id: 0 } });
  });

  it('expects of an operation that it does not know what no recording has', async () => {
    expect(await play(await worldOf(), step('balloon'), [])).toEqual({
      ret: 'an operation that the replayer does not know',
    });
  });
});
