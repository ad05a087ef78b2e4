import { describe, expect, it } from 'vitest';
import { BINARY_DM_OPS, callWithoutBuffer } from '../../../src/cli/replay-xen/binary-dm-op.js';
import { worldOf } from '../../support/replay.js';

const NR_VCPUS = 20;
const TRACK_DIRTY_VRAM = 7;

const done = { ret: 0, errno: null, out: {} };
const failed = (errno: string) => ({ ret: -1, errno, out: {} });

describe('BINARY_DM_OPS', () => {
  // prettier-ignore
  it.each([
    [{ op: NR_VCPUS },                            done],
    [{ op: 21 },                                  failed('EOPNOTSUPP')],
    [{ op: NR_VCPUS, op_pad: 1 },                 failed('EINVAL')],
    [{ op: NR_VCPUS, buf0_size: 7 },              failed('EFAULT')],
    [{ op: NR_VCPUS, buf0_size: 12 },             done],
    [{ op: NR_VCPUS, domid: '0 (dom0 itself)' },  failed('EPERM')],
    [{ op: NR_VCPUS, domid: 'DOMID_SELF' },       failed('ESRCH')],
    [{ op: NR_VCPUS, domid: 'nonexistent' },      failed('ESRCH')],
    [{ op: NR_VCPUS, domain: 'PV' },              failed('EINVAL')],
  ])('has of one buffer %j', async (args, result) => {
    const world = await worldOf();
    const { answer } = await world.createDomain({ type: 'pv' });
    world.turnTo('PV', answer.domid as number);

    expect(await BINARY_DM_OPS.dm_op_raw(world, args)).toEqual(result);
  });

  // prettier-ignore
  it.each([
    [{ op: NR_VCPUS, nr_bufs: 0 },                      failed('ENODATA')],
    [{ op: NR_VCPUS, nr_bufs: 2 },                      done],
    [{ op: NR_VCPUS, nr_bufs: 5 },                      failed('E2BIG')],
    [{ op: NR_VCPUS, nr_bufs: 1, buf0: 'bad pointer' }, failed('EFAULT')],
  ])('has of so many buffers %j', async (args, result) => {
    expect(await BINARY_DM_OPS.dm_op_hypercall(await worldOf(), args)).toEqual(result);
  });
});

it('calls an operation without the buffer that it wants', async () => {
  expect(await callWithoutBuffer(await worldOf(), TRACK_DIRTY_VRAM)).toEqual(failed('EINVAL'));
});
