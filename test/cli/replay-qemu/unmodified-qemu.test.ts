import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startQemu } from '../../../src/cli/replay-qemu/unmodified-qemu.js';

it('starts the program with the recorded command line, in files of its own', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'qemu-'));
  const argv = [
    'qemu',
    '-trace',
    'xen_*',
    '-drive',
    'file=/images/d.img,if=ide',
    '-serial',
    '/log/s',
  ];
  const { exited } = startQemu(
    { argv, records: [] },
    {
      program: '/bin/echo',
      shim: '',
      directory,
      privcmdSocket: '',
      xenstoredSocket: '',
      disk: Buffer.from('disk'),
    },
  );

  expect(await exited).toBe(0);
  const said = readFileSync(join(directory, 'qemu.log'), 'utf8');
  expect(said).toContain(`-drive file=${directory}/images/d.img,if=ide -serial ${directory}/log/s`);
  expect(said).not.toContain('-trace');
  expect(readFileSync(join(directory, 'images', 'd.img'), 'utf8')).toBe('disk');
  rmSync(directory, { recursive: true });
});
