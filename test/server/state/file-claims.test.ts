import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { FileClaims } from '../../../src/server/state/file-claims.js';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fakexen-claims-'));
  file = join(folder, 'a');
});

const written = (text: string) => {
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
};

describe('FileClaims', () => {
  it('holds a file until another writes it, if the same', async () => {
    const claims = new FileClaims();
    written('one');
    await claims.claim(file);
    expect(await claims.isLost(file)).toBe(false);

    written('one');
    expect(await claims.isLost(file)).toBe(true);

    await claims.claim(file);
    expect(await claims.isLost(file)).toBe(false);
  });

  it('loses a file that another removes', async () => {
    const claims = new FileClaims();
    written('one');
    await claims.claim(file);
    rmSync(file);

    expect(await claims.isLost(file)).toBe(true);
  });

  it('cannot lose what it does not hold', async () => {
    const claims = new FileClaims();
    written('one');
    expect(await claims.isLost(file)).toBe(false);

    await claims.claim(file);
    claims.drop(file);
    written('two');
    expect(await claims.isLost(file)).toBe(false);
  });
});
