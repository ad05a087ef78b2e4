import { expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { Wanted } from '../../../src/privcmd/caller-memory.js';
import { hypercall, words } from '../../support/privcmd.js';

const CALLS = 0x1000;
const ARG = 0x2000;

it('makes each call and leaves its result beside it, once all that they point at is there', async () => {
  const host = new Host();
  const domain = host.createDomain({ memoryMib: 4 });
  const entry = (op: number, ...args: number[]) =>
    (words([8, op], [8, 0]) + words(...args.map((arg) => [8, arg] as const))).padEnd(128, '0');
  const domctl = words([4, 3], [4, 0x15], [2, domain.domid]).padEnd(288, '0');
  const calls = entry(36, ARG) + entry(99) + entry(12, 14, 0x3000);

  await expect(
    hypercall(host, 13, [CALLS, 3], { [CALLS]: calls, [ARG]: domctl }),
  ).rejects.toBeInstanceOf(Wanted);
  expect(domain.controllerPauseCount).toBe(1);

  const memory = { [CALLS]: calls, [ARG]: domctl, 0x3000: words([2, domain.domid]) };
  const { returned, written } = await hypercall(host, 13, [CALLS, 3], memory);
  expect([returned, written]).toEqual([
    0,
    {
      [CALLS + 8]: words([8, 0]),
      [CALLS + 72]: 'daffffffffffffff',
      [CALLS + 136]: words([8, 0xfefff]),
    },
  ]);
  expect(domain.controllerPauseCount).toBe(2);
});
