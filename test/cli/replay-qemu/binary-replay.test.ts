import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replayBinary } from '../../../src/cli/replay-qemu/binary-replay.js';
import { machineOf } from '../../../src/cli/replay-qemu/recorded-machine.js';
import { readRecording } from '../../../src/cli/replay-qemu/recording.js';
import type { QemuRecord } from '../../../src/cli/replay-qemu/recording.js';
import { ShmDir } from '../../../src/privcmd/shm-dir.js';

const MAIN = 'test/golden/qemu/qemu-main.jsonl.gz';

async function replayed(argv: readonly string[], records: readonly QemuRecord[]) {
  const directory = mkdtempSync(join(tmpdir(), 'replay-'));
  const shm = new ShmDir(directory);
  const machine = machineOf({ argv, records }, shm);
  const replay = await replayBinary({ argv, records }, machine);
  machine.host.destroyDomain(machine.domain.domid);
  shm.remove();
  rmSync(directory, { recursive: true });
  return replay;
}

describe('a recording of QEMU on a real Xen', () => {
  it('is the same call by call through the binary interface', async () => {
    for (const { argv, records } of readRecording(MAIN)) {
      const { compared, mismatches } = await replayed(argv, records);

      expect(mismatches).toEqual([]);
      expect(compared.get('evtchn.notify')).toBe(10_599);
      expect(compared.get('bufioreq')).toBe(666);
      expect(compared.get('dm_op set_isa_irq_level')).toBe(546);
    }
  });

  it('is told apart from one that Xen would not have answered so', async () => {
    const probe = { call: 'dm_op', seq: 1, op: 'nr_vcpus', dom: 1, num: 1 } as const;
    const bufs = [{ size: 32, in: '14'.padEnd(64, '0') }];
    const { mismatches } = await replayed([], [{ ...probe, ret: -1, errno: 22, bufs }]);

    expect(mismatches).toEqual([
      expect.stringMatching(/^1 dm_op nr_vcpus: 0 instead of -22/),
      expect.stringMatching(/buffer 0/),
    ]);
  });
});
