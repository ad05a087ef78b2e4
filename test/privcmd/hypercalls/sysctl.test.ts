import { expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { hypercall, words } from '../../support/privcmd.js';

it('lists domains from a domid on, as many as are asked for', async () => {
  const host = new Host();
  for (let n = 0; n < 3; n++) host.createDomain({ memoryMib: 1 });
  const list = (first: number, most: number) => {
    const struct = words([4, 6], [4, 0x15], [4, first], [4, most], [8, 0x2000]).padEnd(272, '0');
    return hypercall(host, 35, [0x1000], { 0x1000: struct });
  };

  const { returned, written } = await list(2, 9);
  expect([returned, written[0x1018], written[0x2000]?.length]).toEqual([0, words([4, 2]), 448]);
  expect((await list(1, 1)).written[0x1018]).toBe(words([4, 1]));
  const other = words([4, 7], [4, 0x15]).padEnd(272, '0');
  expect((await hypercall(host, 35, [0x1000], { 0x1000: other })).returned).toBe(-38);
});
