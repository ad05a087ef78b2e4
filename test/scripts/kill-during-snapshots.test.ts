import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('a service that is killed while it writes its state has all of it afterwards', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/kill-during-snapshots.mjs', '2'],
    { encoding: 'utf8' },
  );

  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^2 kills, \d of them while the state was being written: no file was/);
});
