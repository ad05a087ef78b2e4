import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  contentsOf,
  removeLeftovers,
  writeAtomically,
} from '../../../src/server/state/atomic-file.js';

/** More than any that there is. */
const NOBODY = 2 ** 30;

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

describe('removeLeftovers', () => {
  it('removes what the dead of this machine were writing, and nothing else', async () => {
    const { folder } = setup();
    const here = hostname();
    const kept = ['a', `a.${process.ppid}@${here}.new`, 'a.7@elsewhere.new'];
    const dead = [`a.${NOBODY}@${here}.new`, `a.${process.pid}@${here}.new`];
    for (const name of [...kept, ...dead]) writeFileSync(join(folder, name), '');

    await removeLeftovers(folder);

    expect(readdirSync(folder).toSorted()).toEqual(kept.toSorted());
  });

  it('has nothing to do in a folder that is not there', async () => {
    const { folder } = setup();
    await expect(removeLeftovers(join(folder, 'none'))).resolves.toBeUndefined();
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
