import { describe, expect, it } from 'vitest';
import { prepareAnswer } from '../../../src/cli/replay-xen/answer.js';
import { READ, worldOf } from '../../support/replay.js';

const pointing = { ...READ, data_is_ptr: 1, data: '0x20000', size: 2, count: 20 };

describe('prepareAnswer', () => {
  it('has the value of a read, and none of a write', async () => {
    const world = await worldOf();

    expect(await prepareAnswer(world, READ)).toEqual({
      value: 0xa3a2_a1a0n,
      shown: { answer: '0xa3a2a1a0' },
    });
    expect(await prepareAnswer(world, { ...READ, dir: 'write' })).toEqual({
      value: undefined,
      shown: {},
    });
  });

  it('puts the values of a read into memory, and shows the first of them', async () => {
    const world = await worldOf();

    const { value, shown } = await prepareAnswer(world, pointing);

    expect(value).toBeUndefined();
    expect(shown.ptr_bytes).toHaveLength(16);
    expect(shown.ptr_bytes?.slice(0, 2)).toEqual(['a0a1', 'a2a3']);
    expect([...(await world.readRam(0x2_0026, 2))!]).toEqual([0xa6, 0xa7]);
  });

  it('looks at the values of a write', async () => {
    const world = await worldOf();

    const written = await prepareAnswer(world, { ...pointing, dir: 'write', count: 2 });
    expect(written.shown.ptr_bytes).toEqual(['5156', '5b60']);

    const nowhere = { ...pointing, dir: 'write', count: 1, data: '0x800000' } as const;
    expect((await prepareAnswer(world, nowhere)).shown.ptr_bytes).toEqual(['no RAM']);
  });
});
