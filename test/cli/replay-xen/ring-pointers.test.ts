import { describe, expect, it } from 'vitest';
import {
  catchUp,
  isRingKept,
  moveRing,
  pointersOf,
} from '../../../src/cli/replay-xen/ring-pointers.js';
import { addServerA, worldOf } from '../../support/replay.js';

const at = (read_pointer: number, write_pointer: number) => ({ read_pointer, write_pointer });

async function setup(read_pointer: number, write_pointer: number) {
  const world = await worldOf('sf_pages_x');
  await addServerA(world, { handle_bufioreq: 1 });
  await moveRing(world, at(read_pointer, write_pointer));
  const look = (pointer: number, when = 'after') => [
    { scenario: 's', step: 1, op: 'ring_pointers', args: { when }, out: at(pointer, 0) },
  ];
  return { world, look };
}

describe('catchUp', () => {
  it('moves the read pointer to where the next look finds it', async () => {
    const { world, look } = await setup(0, 511);
    await catchUp(world, 'one slot free', look(1));

    expect(await pointersOf(world)).toEqual(at(1, 511));
  });

  it('leaves it where Xen will move it, or a step of the device model', async () => {
    const { world, look } = await setup(512, 520);
    await catchUp(world, 'byte', look(1));
    await catchUp(world, 'byte', look(300, 'DM read to 300'));
    await catchUp(world, 'byte', look(1 + 511));

    expect(await pointersOf(world)).toEqual(at(512, 520));
  });

  it('moves both where the label says so, and begins anew at 0', async () => {
    const { world, look } = await setup(5, 6);
    await catchUp(world, 'byte, both pointers 0xffffffff', look(7));
    expect(await pointersOf(world)).toEqual(at(0xffff_ffff, 0xffff_ffff));
    await catchUp(world, 'byte', look(0));

    expect(await pointersOf(world)).toEqual(at(0, 0));
  });

  it('is for scenarios that keep the ring', () => {
    expect(['sf_pages_x', 'g_x'].map((scenario) => isRingKept({ scenario }))).toEqual([
      true,
      false,
    ]);
  });
});
