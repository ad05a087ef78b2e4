import { expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { hypercall, words } from '../../support/privcmd.js';

it('sets and gets parameters, and answers in the struct', async () => {
  const host = new Host();
  const { domid } = host.createDomain({ memoryMib: 1 });
  const struct = words([2, domid], [2, 0], [4, 10], [8, 3]);

  expect((await hypercall(host, 34, [0, 0x1000], { 0x1000: struct })).returned).toBe(0);
  const asked = words([2, domid], [2, 0], [4, 10], [8, 0]);
  expect(await hypercall(host, 34, [1, 0x1000], { 0x1000: asked })).toEqual({
    returned: 0,
    written: { [0x1000]: struct },
  });
  expect((await hypercall(host, 34, [77, 0x1000])).returned).toBe(-38);
});
