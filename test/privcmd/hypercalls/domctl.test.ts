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

it('gives a domain frames of a device, and maps them as far as one call does', async () => {
  const host = new Host();
  const d1 = host.createDomain({ memoryMib: 1 });
  const call = async (cmd: number, union: readonly (readonly [1 | 4 | 8, number])[]) => {
    const head = words([4, cmd], [4, 0x15], [8, d1.domid]);
    const struct = (head + words(...union)).padEnd(288, '0');
    return (await hypercall(host, 36, [0x1000], { 0x1000: struct })).returned;
  };
  const map = (nr: number, add: number) =>
    call(39, [
      [8, 0xc_0001],
      [8, 0xd_0000],
      [8, nr],
      [4, add],
      [4, 0],
    ]);
  expect(await map(1, 1)).toBe(-1);

  expect(
    await call(20, [
      [8, 0xd_0000],
      [8, 100],
      [1, 1],
    ]),
  ).toBe(0);
  expect(await map(100, 1)).toBe(64);
  expect(await map(64, 1)).toBe(0);
  expect(d1.p2m.query(0xc_0040)).toMatchObject({ mfn: 0xd_003f });
  expect(await map(64, 0)).toBe(0);
  expect(
    await call(20, [
      [8, 0xd_0000],
      [8, 100],
      [1, 0],
    ]),
  ).toBe(0);
  expect(await map(1, 1)).toBe(-1);
});
