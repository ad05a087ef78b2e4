import { expect, it } from 'vitest';
import { drainRing } from '../../../src/cli/replay-xen/buffered-ring.js';
import { addServerA, worldOf } from '../../support/replay.js';

const RING = '/ioreq-servers/0/pages/bufioreq';

/** Pointers, and in the last slot and the first a write of four bytes to 0xa0010. */
function ringOf(read: number, write: number) {
  const view = new DataView(new ArrayBuffer(4096));
  view.setUint32(0, read, true);
  view.setUint32(4, write, true);
  for (const at of [8, 8 + 510 * 8]) {
    view.setUint32(at, 1 | (2 << 10) | (0xa_0010 << 12), true);
    view.setUint32(at + 4, 0xdead_beef, true);
  }
  return new Uint8Array(view.buffer);
}

const WRITE = {
  srv: 'A',
  type: 1,
  dir: 'write',
  size_code: 2,
  addr: '0xa0010',
  data: '0xdeadbeef',
};

it('takes out what is in the ring, around its end', async () => {
  const world = await worldOf();
  await addServerA(world, { handle_bufioreq: 1 });
  await world.demand('PUT', RING, ringOf(510, 512));

  expect(await drainRing(world, 0)).toEqual([WRITE, WRITE]);

  expect(await drainRing(world, 0)).toEqual([]);
  const { bytes } = await world.demand('GET', RING);
  expect([...bytes.subarray(0, 8)]).toEqual([0, 2, 0, 0, 0, 2, 0, 0]);
});
