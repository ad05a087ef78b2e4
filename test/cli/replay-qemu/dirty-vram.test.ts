import { afterAll, expect, it } from 'vitest';
import { dirtyAsRecorded } from '../../../src/cli/replay-qemu/dirty-vram.js';
import { gpa } from '../../../src/hypervisor/index.js';
import { sharingMachine, words } from '../../support/privcmd.js';

const { domain, end } = sharingMachine();
afterAll(end);

it('writes to the pages whose bits were set', () => {
  for (const page of [0x200, 0x201, 0x209]) domain.ram.write(gpa(page * 4096), Buffer.of(9));
  const struct = words([8, 7], [8, 16], [8, 0x200]);
  const record = { call: 'dm_op', seq: 1, op: 'track_dirty_vram', dom: 1, num: 2, ret: 0 } as const;
  dirtyAsRecorded(domain, {
    ...record,
    bufs: [
      { size: 24, in: struct },
      { size: 2, in: 'ffff', out: '0102' },
    ],
  });

  const first = (page: number) => domain.ram.read(gpa(page * 4096), 1)[0];
  expect([0x200, 0x201, 0x209].map(first)).toEqual([0, 9, 0]);
});
