import { expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { hypercall, words } from '../../support/privcmd.js';

it('makes, binds, notifies and closes ports', async () => {
  const host = new Host();
  const domain = host.createDomain({ memoryMib: 1 });
  const call = (op: number, struct: string) =>
    hypercall(host, 32, [op, 0x1000], { 0x1000: struct });

  expect(await call(6, words([2, domain.domid], [2, 0], [4, 0]))).toEqual({
    returned: 0,
    written: { [0x1004]: words([4, 1]) },
  });
  const bound = await call(0, words([2, domain.domid], [2, 0], [4, 1], [4, 0]));
  const port = Buffer.from(bound.written[0x1008] ?? '', 'hex').readUInt32LE(0);
  expect((await call(4, words([4, port]))).returned).toBe(0);
  expect(domain.eventChannels.status(1).pending).toBe(true);
  expect((await call(9, words([4, port]))).returned).toBe(0);
  expect((await call(3, words([4, port]))).returned).toBe(0);
  expect(domain.eventChannels.status(1).state).toBe('unbound');
  expect((await call(44, '')).returned).toBe(-38);
});
