import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { contentsOf, writeAtomically } from '../../../src/server/state/atomic-file.js';

function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'fakexen-file-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return { folder, file: join(folder, 'state') };
}

async function* pieces(...all: (string | Uint8Array | Error)[]) {
  for (const piece of all) {
    await Promise.resolve();
    if (piece instanceof Error) throw piece;
    yield piece;
  }
}

describe('writeAtomically', () => {
  it('writes all pieces, text and bytes, in place of what was there', async () => {
    const { folder, file } = setup();
    writeFileSync(file, 'something longer than what comes');

    await writeAtomically(file, pieces('ab', Uint8Array.of(99)));

    expect(readFileSync(file, 'utf8')).toBe('abc');
    expect(readdirSync(folder)).toEqual(['state']);
  });

  it('leaves the file as it was when it comes to no end, and goes on the next time', async () => {
    const { file } = setup();
    writeFileSync(file, 'old');

    await expect(writeAtomically(file, pieces('half', new Error('no more')))).rejects.toThrow();
    expect(readFileSync(file, 'utf8')).toBe('old');

    await writeAtomically(file, pieces('new'));
    expect(readFileSync(file, 'utf8')).toBe('new');
  });
});

describe('contentsOf', () => {
  it('is what the file holds, and undefined without one', async () => {
    const { folder, file } = setup();
    expect(await contentsOf(file)).toBeUndefined();
    writeFileSync(file, 'x');

    expect(String(await contentsOf(file))).toBe('x');
    await expect(contentsOf(folder)).rejects.toThrow('EISDIR');
  });
});
