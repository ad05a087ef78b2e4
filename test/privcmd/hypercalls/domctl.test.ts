import { expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { hypercall, words } from '../../support/privcmd.js';

it('pauses, unpauses, looks at, resumes and destroys domains', async () => {
  const host = new Host();
  const { domid } = host.createDomain({ memoryMib: 1 });
  const call = (cmd: number, of = domid) => {
    const struct = words([4, cmd], [4, 0x15], [2, of]).padEnd(288, '0');
    return hypercall(host, 36, [0x1000], { 0x1000: struct });
  };

  expect((await call(3)).returned).toBe(0);
  expect(host.domain(domid).controllerPauseCount).toBe(2);
  expect((await call(4)).returned).toBe(0);
  const info = await call(5, 0);
  expect(Buffer.from(info.written[0x1010] ?? '', 'hex').readUInt16LE(0)).toBe(domid);
  expect((await call(27)).returned).toBe(0);
  expect((await call(2)).returned).toBe(0);
  expect([(await call(5)).returned, (await call(99)).returned]).toEqual([-3, -38]);
});
