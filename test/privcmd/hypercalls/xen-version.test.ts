import { expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { hypercall } from '../../support/privcmd.js';

it('tells which Xen it is, and what there is of it', async () => {
  const call = async (number: number, profile: '4.17' | 'v6' = '4.17') =>
    hypercall(new Host({ profile }), 17, [number, 0x1000]);

  expect((await call(0)).returned).toBe(0x4_0011);
  expect((await call(0, 'v6')).returned).toBe(0x4_0008);
  expect((await call(7)).returned).toBe(4096);
  const { written } = await call(3);
  expect(Buffer.from(written[0x1000] ?? '', 'hex').toString()).toMatch(/hvm-3.0-x86_64/);
  expect((await call(99)).returned).toBe(-38);
  expect((await hypercall(new Host(), 17, [1, 0])).returned).toBe(-14);
});
