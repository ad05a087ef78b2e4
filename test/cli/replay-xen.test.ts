import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';

const GOLDEN = 'test/golden/xen/xen-4.17.jsonl.gz';
const TSX = 'node_modules/tsx/dist/cli.mjs';

async function replay(...args: string[]) {
  const run = promisify(execFile);
  try {
    const { stdout } = await run(process.execPath, [TSX, 'src/cli/replay-xen.ts', ...args]);
    return { status: 0, stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, stdout: stdout + stderr };
  }
}

describe('npm run replay:xen', () => {
  it('replays the scenarios that are chosen, and says what was left out', async () => {
    const { status, stdout } = await replay('--scenarios', 'smoke,rc_create', GOLDEN);

    expect(status).toBe(0);
    expect(stdout).toMatch(/\n2 scenarios, 66 steps, 0 skipped, 0 mismatches\n$/);
    expect(stdout).toContain('not compared');
  });

  it('serves by the shared pages as well', async () => {
    const { stdout } = await replay('--by', 'pages', '--scenarios', 'smoke', GOLDEN);

    expect(stdout).toBe('1 scenarios, 14 steps, 0 skipped, 0 mismatches\n');
  });

  it('ends with status 1 where something differs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'recording-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'other.jsonl');
    const steps = [
      { scenario: 'meta', step: 0, op: 'xen_version', out: { version: '4.22.0' } },
      { scenario: 's', step: 0, op: 'create_ioreq_server', ret: 0, out: { id: 3 } },
    ];
    writeFileSync(file, steps.map((step) => JSON.stringify(step)).join('\n'));

    expect(await replay(file)).toEqual({
      status: 1,
      stdout:
        `${file}: scenario s step 0: create_ioreq_server {}\n` +
        '  out.id: expected 3, actual 0\n' +
        '1 scenarios, 1 steps, 0 skipped, 1 mismatches\n',
    });
  });

  it.each([[[]], [['--by', 'pigeon', GOLDEN]]])('tells how it is used: %s', async (args) => {
    const { status, stdout } = await replay(...args);

    expect(status).toBe(2);
    expect(stdout).toContain('usage: npm run replay:xen');
  });
});
