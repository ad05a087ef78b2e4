import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const setUp = (level: string) =>
  spawnSync(process.execPath, ['scripts/run.mjs', level], { encoding: 'utf8' });

describe('scripts/setup.mjs', () => {
  it.each(['serve', 'all'])(
    'has nothing to do for %s once it is done',
    { timeout: 60_000 },
    (level) => {
      setUp('all');

      expect(setUp(level)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    },
  );
});
