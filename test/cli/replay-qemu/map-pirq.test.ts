import { afterAll, expect, it } from 'vitest';
import { mapPirqAsRecorded } from '../../../src/cli/replay-qemu/map-pirq.js';
import { sharingMachine, words } from '../../support/privcmd.js';

const { domain, end } = sharingMachine();
afterAll(end);

it('has the guest map the pirq of a message that was taken', () => {
  const inject = (ret: number, data: number, pirq: number) => {
    const bytes = words([8, 14], [4, data], [4, 0], [8, 0xfee0_0000 + pirq * 0x1000]);
    const record = { call: 'dm_op', seq: 1, op: 'inject_msi', dom: 1, num: 1 } as const;
    mapPirqAsRecorded(domain, { ...record, ret, bufs: [{ size: 24, in: bytes }] });
    return domain.interrupts.msiPirq;
  };

  expect([inject(-1, 0x700, 0x30), inject(0, 0x30, 0x31)]).toEqual([undefined, undefined]);
  expect([inject(0, 0x700, 0x30), inject(0, 0x700, 0x32)]).toEqual([0x30, 0x32]);
});
