import { describe, expect, it } from 'vitest';
import { GUEST_RESULTS } from '../../../src/cli/replay-xen/guest-results.js';
import { structOf } from '../../../src/cli/replay-xen/struct-bytes.js';
import { worldOf } from '../../support/replay.js';

describe('GUEST_RESULTS', () => {
  it('show what the last call has left', async () => {
    const world = await worldOf('sf_x');
    world.argument = structOf([
      [0, 4],
      [5, 4],
      [6, 4],
    ]);

    expect((await GUEST_RESULTS['result']!(world, {}, [], {})).out).toEqual({
      port: 5,
      local_port: 6,
      status: 6,
    });
  });
});
