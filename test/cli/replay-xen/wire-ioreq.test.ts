import { describe, expect, it } from 'vitest';
import {
  completionOf,
  recordedIoreq,
  recordedSlots,
} from '../../../src/cli/replay-xen/wire-ioreq.js';
import { addServerA, READ, worldOf } from '../../support/replay.js';

const wire = {
  seq: 1,
  vcpu: 0,
  type: 'copy',
  dir: 'read',
  addr: '0xe0000010',
  data: '0x0',
  size: 4,
  count: 1,
  df: false,
  data_is_ptr: false,
  vp_eport: 1,
} as const;

describe('recordedIoreq', () => {
  it('has the letter of the server, and says whether the port is its own', async () => {
    const world = await worldOf();
    await addServerA(world);
    const vp_eport = (await world.portOf(0))!;

    const ioreq = await recordedIoreq(world, 0, { ...wire, vp_eport });
    expect(ioreq).toEqual({ ...READ, vp_eport_matches: true });

    const other = await recordedIoreq(world, 0, { ...wire, df: true, vp_eport: vp_eport + 1 });
    expect(other).toMatchObject({ df: 1, vp_eport_matches: false });
  });
});

describe('recordedSlots', () => {
  const slot = { srv: 'C', dir: 'write', addr: '0xa0010' };
  const written = { ...wire, dir: 'write', addr: '0xa0010' } as const;

  // prettier-ignore
  it.each([
    [{ ...written, size: 2, data: '0x1234' },                             [{ ...slot, type: 1, size_code: 1, data: '0x1234' }]],
    [{ ...written, type: 'timeoffset', size: 8, data: '0x5000000011' },   [
      { ...slot, type: 7, size_code: 3, data: '0x11' },
      { ...slot, type: 7, size_code: 3, data: '0x50' },
    ]],
    [{ ...written, type: 'invalidate', size: 1 },                         [{ ...slot, type: -1, size_code: 0, data: '0x0' }]],
  ])('are one slot, or two of a quadword', (ioreq, slots) => {
    expect(recordedSlots('C', ioreq)).toEqual(slots);
  });
});

it('answers the request that is meant, a write without data', () => {
  expect(completionOf(wire, 0x1fn)).toEqual({ vcpu: 0, seq: 1, data: '0x1f' });
  expect(completionOf(wire, undefined)).toEqual({ vcpu: 0, seq: 1 });
});
