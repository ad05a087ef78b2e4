import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const RECORDING = 'test/golden/ept/random-010.jsonl.gz';

const replay = (...files: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['dist/cli/replay-ept.js', ...files],
    {
      encoding: 'utf8',
      timeout: 20_000,
    },
  );
  return { status, stdout, stderr };
};

/** A recording of one step that no Xen ever made: an empty map with a mapping in it. */
function falseRecording(): string {
  const folder = mkdtempSync(join(tmpdir(), 'replay-ept-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, 'false.jsonl');
  const steps = [
    { scenario: 'false', step: 0, op: 'setup', args: {}, rc: 0 },
    { scenario: 'false', step: 1, op: 'nop', args: {}, rc: 0, nleaf: 1 },
  ];
  writeFileSync(file, steps.map((step) => JSON.stringify(step)).join('\n'));
  return file;
}

describe('npm run replay:ept', () => {
  it('says how many steps it replayed, and how many differ', () => {
    const { status, stdout } = replay(RECORDING, RECORDING);

    expect(stdout).toMatch(/^\d+ steps, 0 mismatches\n$/);
    expect(status).toBe(0);
  });

  it('ends with 1 after a mismatch, which it describes', () => {
    const file = falseRecording();
    const { status, stdout } = replay(file);

    expect(stdout).toBe(
      `${file}: scenario false step 1: nop {}\n  nleaf: expected 1, actual 0\n2 steps, 1 mismatches\n`,
    );
    expect(status).toBe(1);
  });

  it('ends with 2 when it is not told what to replay', () => {
    const { status, stderr } = replay();

    expect([status, stderr]).toEqual([2, 'usage: npm run replay:ept -- FILE…\n']);
  });
});
