import { describe, expect, it } from 'vitest';
import { createByConfig } from '../../../src/cli/replay-xen/domain-config.js';
import { worldOf } from '../../support/replay.js';

describe('createByConfig', () => {
  it('creates one domain after the other, unless a step says which', async () => {
    const world = await worldOf('sf_x', { version: '4.22' });

    expect(await createByConfig(world, { why: 'good', flags: '0x3' })).toMatchObject({ ret: 0 });
    expect(world.domid).toBe(0x100);
    expect(await createByConfig(world, { why: 'again', flags: '0x3' })).toMatchObject({ ret: 0 });
    expect(await createByConfig(world, { why: 'domid 0', flags: '0x3' })).toMatchObject({
      errno: 'EEXIST',
    });
    await createByConfig(world, { domid: 9 });
    expect(await createByConfig(world, { domid: 9 })).toMatchObject({ errno: 'EEXIST' });
  });
});
