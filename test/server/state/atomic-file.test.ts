import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  contentsOf,
  removeLeftovers,
  writeAtomically,
} from '../../../src/server/state/atomic-file.js';

/** More than any that there is. */
const NOBODY = 2 ** 30;

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fakexen-file-'));
  file = join(folder, 'a.fakexen');
});

const later = () => {
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
};

async function* pieces(...all: (string | Uint8Array)[]) {
  yield* all;
  await Promise.resolve();
}

describe('writeAtomically', () => {
  it('writes text and bytes, and leaves nothing beside the file', async () => {
    later();
    await writeAtomically(file, pieces('one ', Uint8Array.of(0x74, 0x77, 0x6f)));

    expect(readFileSync(file, 'utf8')).toBe('one two');
    expect(readdirSync(folder)).toEqual(['a.fakexen']);
  });

  it('leaves the file as it was when what is to be written fails half-way', async () => {
    later();
    writeFileSync(file, 'before');
    const failing = async function* () {
      yield* pieces('half');
      throw new Error('no more');
    };

    await expect(writeAtomically(file, failing())).rejects.toThrow('no more');
    expect(readFileSync(file, 'utf8')).toBe('before');
  });

  it('does not meet another process that writes the same file', async () => {
    later();
    const others = `${file}.${NOBODY}@elsewhere.new`;
    writeFileSync(others, 'theirs');
    await writeAtomically(file, pieces('ours'));

    expect(readFileSync(others, 'utf8')).toBe('theirs');
  });
});

describe('removeLeftovers', () => {
  it('removes what the dead of this machine were writing, and nothing else', async () => {
    later();
    const kept = [
      'a.fakexen',
      `a.fakexen.${process.ppid}@${hostname()}.new`,
      'a.fakexen.7@elsewhere.new',
    ];
    const dead = [
      `a.fakexen.${NOBODY}@${hostname()}.new`,
      `a.fakexen.${process.pid}@${hostname()}.new`,
    ];
    for (const name of [...kept, ...dead]) writeFileSync(join(folder, name), '');
    await removeLeftovers(folder);

    expect(readdirSync(folder).toSorted()).toEqual(kept.toSorted());
  });

  it('has nothing to do in a folder that is not there', async () => {
    later();
    await expect(removeLeftovers(join(folder, 'none'))).resolves.toBeUndefined();
  });
});

describe('contentsOf', () => {
  it('tells a file that is not there from one that cannot be read', async () => {
    later();
    expect(await contentsOf(file)).toBeUndefined();
    await expect(contentsOf(folder)).rejects.toThrow('EISDIR');
  });
});
