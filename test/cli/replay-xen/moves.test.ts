import { describe, expect, it } from 'vitest';
import { lookAtAccess, startAccess } from '../../../src/cli/replay-xen/access.js';
import { MOVES } from '../../../src/cli/replay-xen/moves.js';
import type { Args, Step } from '../../../src/cli/replay-xen/recording.js';
import { serve } from '../../../src/cli/replay-xen/serve.js';
import { readSlot } from '../../../src/cli/replay-xen/slot.js';
import { addServerA, guestStep, READ, worldOf } from '../../support/replay.js';

const DONE = { ret: 0, errno: null, out: {} };

async function setup({ steps = [] as Step[] } = {}) {
  const world = await worldOf('l_test', { steps });
  const move = (op: string, args: Args = {}, following: Step[] = []) =>
    MOVES[op]!(world, args, following, {});
  return { world, move };
}

async function holding(data_is_ptr = 0) {
  const { world, move } = await setup();
  await addServerA(world);
  const bytes = data_is_ptr ? '4887f7f3a5' : '8b07'; // xchg rsi,rdi ; rep movsd
  const regs_in = { rax: '0x0', rcx: '0x2', rsi: '0x20000', rdi: '0xe0000010', rflags: '0x2' };
  const step = guestStep({ bytes, regs_in, ioreqs: [{ ...READ, answered: false }] });
  await startAccess(world, step);
  await serve(world, step);
  return { world, move };
}

describe('MOVES of the toolstack', () => {
  it('ask whether a page can be mapped', async () => {
    const { move } = await setup();

    expect(await move('foreignmemory_map', { gfn: '0x400', prot: 'rw' })).toEqual(DONE);
    expect(await move('foreignmemory_map', { gfn: '0x850' })).toMatchObject({ errno: 'EINVAL' });
  });

  it('map ranges until one is refused', async () => {
    const { world, move } = await setup();
    await addServerA(world);

    expect(
      await move('map_io_range_loop', { id: 0, type: 0, first: '0x1000', stride: 4, len: 1 }),
    ).toEqual({ ret: -1, errno: 'ENOMEM', out: { accepted: 256 } });
  });
});

describe('MOVES of the device model', () => {
  it('answer late, and say if the slot was not as recorded', async () => {
    const { world, move } = await holding();
    const answers = (args: Args) => move('dm_answers', { srv: 'A', ...args });

    expect(await answers({ notify: false, state_found: 1 })).toEqual(DONE);
    expect(await lookAtAccess(world)).toMatchObject({ outcome: 'pending' });
    expect(await answers({ notify: true, state_found: 1 })).toMatchObject({
      errno: 'the slot was in state 3',
    });
    expect(await lookAtAccess(world)).toMatchObject({ regs: { rax: '0xa3a2a1a0' } });
  });

  it('put values into memory first where the request names it', async () => {
    const { world, move } = await holding(1);

    await move('dm_answers', { srv: 'A', notify: true, state_found: 1 });

    expect(await lookAtAccess(world)).toMatchObject({ outcome: 'completed' });
    expect([...(await world.readRam(0x2_0004, 4))!]).toEqual([0xa4, 0xa5, 0xa6, 0xa7]);
  });

  it('notify, with the slot in the state that the next label tells', async () => {
    const { world, move } = await holding();
    const following = [guestStep({ op: 'guest_continue', label: 'state=INPROCESS(2)' })];

    expect(await move('dm_notifies', { srv: 'A' }, following)).toEqual(DONE);

    expect((await readSlot(world, 0)).state).toBe(2);
    await move('dm_notifies', { srv: 'A' });
    expect(await lookAtAccess(world)).toMatchObject({ outcome: 'pending' });
  });
});
