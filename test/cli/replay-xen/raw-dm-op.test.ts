import { describe, expect, it } from 'vitest';
import { isRawDmOp, playRawDmOp } from '../../../src/cli/replay-xen/raw-dm-op.js';
import { worldOf } from '../../support/replay.js';

const struct = (op: string) => op.padEnd(64, '0');
const raw = (op_number: number, buf0: string, more = {}) => ({
  op_number,
  nr_bufs: 1,
  buf0_size: 32,
  buf0,
  ...more,
});

describe('playRawDmOp', () => {
  it('shows what has changed in the buffers, and notes a new server', async () => {
    const world = await worldOf();
    await playRawDmOp(world, raw(1, struct('01')));
    const shown = await playRawDmOp(world, raw(1, struct('0100000000000000' + '02')));

    expect(shown).toEqual({
      ret: 0,
      errno: null,
      out: {
        buf0_changed: true,
        buf0: struct('0100000000000000' + '02000000' + '01'),
        buf1: null,
        id: 1,
      },
    });
    expect([world.servers.idOf('B'), world.servers.buffering]).toEqual([1, [1]]);
  });

  it('sends as much of a buffer as the step says, and a second one', async () => {
    const world = await worldOf();

    expect(await playRawDmOp(world, raw(20, struct('14'), { buf0_size: 7 }))).toMatchObject({
      errno: 'EFAULT',
      out: { buf0_changed: false },
    });
    const vram = '0700000000000000' + '0800000000000000' + '0004';
    const bitmap = { nr_bufs: 2, buf1_size: 1, buf1: '00'.repeat(64) };
    expect(await playRawDmOp(world, raw(7, struct(vram), bitmap))).toMatchObject({
      errno: null,
      out: { buf1: 'ff' + '00'.repeat(63) },
    });
  });

  it('is for steps that have the number of an operation', () => {
    const step = { scenario: 's', step: 1, op: 'nr_vcpus' };

    expect([isRawDmOp(step), isRawDmOp({ ...step, args: { op_number: 20 } })]).toEqual([
      false,
      true,
    ]);
  });
});
