import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ShmDir } from '../../src/privcmd/shm-dir.js';

/** More than Linux gives out. */
const NOBODYS_PID = 2 ** 22 + 1;

it('has a directory of its own while there is need, and removes what killed processes have left', () => {
  const base = mkdtempSync(join(tmpdir(), 'base-'));
  const stale = join(base, `fakexen-${NOBODYS_PID}-0`);
  const alive = join(base, `fakexen-${process.ppid}-0`);
  for (const path of [stale, alive, join(base, 'others')]) mkdirSync(path);

  const shm = new ShmDir(base);
  expect([existsSync(stale), existsSync(alive), readdirSync(base)]).toEqual([
    false,
    true,
    expect.arrayContaining(['others']),
  ]);
  const file = shm.storageFor(1);
  const second = new ShmDir(base).storageFor(1);
  expect(new Set([file.path, second.path]).size).toBe(2);
  expect([file, second].map(({ path }) => existsSync(path))).toEqual([true, true]);

  file.close();
  shm.remove();
  expect(existsSync(join(file.path, '..'))).toBe(false);
  rmSync(base, { recursive: true });
});
