import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fakeXen } from '../support/served-device.js';

const FOLDER = 'examples/device-models';
const TSX = 'node_modules/tsx/dist/cli.mjs';

const run = promisify(execFile);

/** A service is in this process: whatever it is to answer must not be waited for synchronously. */
const outputOf = async (program: string, ...args: string[]) => (await run(program, args)).stdout;

// prettier-ignore
const DEVICE_MODELS = [
  { file: 'counter.ts', toolchain: process.execPath, play: (file: string, url: string) => outputOf(process.execPath, TSX, file, url) },
  { file: 'counter.py', toolchain: 'python3',        play: (file: string, url: string) => outputOf('python3', file, url) },
  { file: 'counter.c',  toolchain: 'gcc',            play: playC },
  { file: 'counter.rs', toolchain: 'rustc',          play: playRust },
];

async function playC(file: string, url: string) {
  const { hostname, port } = new URL(url);
  const program = await compiled('gcc', '-O2', '-Wall', '-Wextra', '-Werror', '-pthread', file);
  return outputOf(program, hostname, port);
}

async function playRust(file: string, url: string) {
  return outputOf(await compiled('rustc', '-D', 'warnings', file), new URL(url).host);
}

async function compiled(compiler: string, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'device-model-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const program = join(folder, 'counter');
  await run(compiler, ['-o', program, ...args]);
  return program;
}

const PLAYED = [
  'copy write at 0x100000, 4 bytes',
  'copy read at 0xf0000000, 4 bytes',
  'the guest read 0x2a',
  '',
].join('\n');

describe.each(DEVICE_MODELS)(`${FOLDER}/$file`, ({ file, toolchain, play }) => {
  const path = `${FOLDER}/${file}`;
  const isMissing = spawnSync(toolchain, ['--version']).error !== undefined;
  if (isMissing) process.stderr.write(`NOT RUN: ${path}, for there is no ${toolchain} here\n`);

  it.skipIf(isMissing)(
    isMissing
      ? `NOT RUN, for there is no ${toolchain} here`
      : 'creates a server, claims, serves a write and a read, and ends',
    async () => {
      const { url, client } = await fakeXen();

      expect(await play(path, url)).toBe(PLAYED);
      await expect(client.domains()).resolves.toEqual([]);
    },
  );

  it('is a small program', () => {
    expect(readFileSync(path, 'utf8').split('\n').length).toBeLessThan(200);
  });
});
