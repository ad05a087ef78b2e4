import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isIncoming, machineOf, optionOf } from '../../../src/cli/replay-qemu/recorded-machine.js';
import { ShmDir } from '../../../src/privcmd/shm-dir.js';
import { recordedRequest } from '../../support/recorded-request.js';

it('is one domain as the command line says, with what a saved one had beside its RAM', () => {
  const directory = mkdtempSync(join(tmpdir(), 'machine-'));
  const argv = ['qemu', '-xen-domid', '5', '-m', '8', '-smp', '2,maxcpus=2', '-incoming', 'fd:3'];
  const mapped = {
    call: 'mmapbatch_v2',
    seq: 1,
    dom: 5,
    num: 3,
    gfns: [
      [0xf1000, 2],
      [0x5000, 1],
    ],
    errs: [
      [0, 2],
      [-22, 1],
    ],
    ret: 0,
  } as const;
  const process = { argv, records: [mapped, recordedRequest({ vcpu: 2 })] };
  const { domain, host } = machineOf(process, new ShmDir(directory));

  expect([domain.domid, domain.vcpus.length, domain.pauseCount]).toEqual([5, 3, 0]);
  expect(domain.pages).toBe(8 * 256 - 32 + 16 + 2);
  expect(domain.ram.frameBehind(0xf1001)).toBeGreaterThan(0);
  expect([isIncoming(process), optionOf(process, '-m'), optionOf(process, '-x')]).toEqual([
    true,
    '8',
    undefined,
  ]);
  host.destroyDomain(5);
  rmSync(directory, { recursive: true });
});
