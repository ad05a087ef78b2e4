import { describe, expect, it } from 'vitest';
import { BAD, callByBuffers, resultOfRc, words } from '../../../src/cli/replay-xen/binary-call.js';
import { worldOf } from '../../support/replay.js';

const NR_VCPUS = 20;

describe('callByBuffers', () => {
  it('gives back the buffers as Xen leaves them', async () => {
    const struct = words([NR_VCPUS, 0, 0, 0]);
    const { buffers, ...result } = await callByBuffers(await worldOf(), '1/dm_op', [struct, BAD]);

    expect(result).toEqual({ ret: 0, errno: null, out: {} });
    expect(buffers.map((bytes) => [...bytes])).toEqual([[...words([NR_VCPUS, 0, 1, 0])], []]);
  });

  it('says how many there are, whatever is sent', async () => {
    expect(await callByBuffers(await worldOf(), '1/dm_op', [words([0])], 3)).toMatchObject({
      errno: 'E2BIG',
    });
  });

  it('names what a return code says', () => {
    expect(resultOfRc(7)).toEqual({ ret: 7, errno: null, out: {} });
    expect(resultOfRc(-22)).toEqual({ ret: -1, errno: 'EINVAL', out: {} });
    expect(resultOfRc(-9999)).toMatchObject({ errno: '-9999' });
  });
});
