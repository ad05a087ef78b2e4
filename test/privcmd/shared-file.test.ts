import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SharedFile } from '../../src/privcmd/shared-file.js';

describe('SharedFile', () => {
  let directory: string;
  let file: SharedFile;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'file-'));
    file = new SharedFile(join(directory, 'domain-1'));
  });
  afterEach(() => {
    file.close();
    rmSync(directory, { recursive: true });
  });

  it('has the bytes of a frame where it says that it lies', () => {
    file.allocate(0x1000).fill(1);
    file.allocate(0x5000).fill(2);
    const place = file.handOut(0x5000) ?? -1;

    expect(readFileSync(file.path)[place * 4096]).toBe(2);
    expect(file.handOut(0x2000)).toBeUndefined();
  });

  it('gives a page that nobody has mapped to another frame, zeroed', () => {
    file.allocate(1).fill(9);
    file.release(1, 1);

    expect(file.allocate(2)[0]).toBe(0);
    expect(file.handOut(2)).toBe(0);
  });

  it('leaves a page that was handed out as it is, until no device model is left', () => {
    const old = file.allocate(1);
    old.fill(9);
    file.handOut(1);
    file.release(0, 2 ** 32);
    file.allocate(2).fill(1);
    expect([old[0], file.handOut(2)]).toEqual([9, 1]);

    file.reclaim();
    file.allocate(3);
    expect(file.handOut(3)).toBe(0);
  });

  it('is gone once it is closed, and what is asked of it then is memory', () => {
    const page = file.allocate(1);
    page.fill(9);
    file.close();
    file.close();

    expect([existsSync(file.path), page[0], file.allocate(2).length]).toEqual([false, 0, 4096]);
  });
});
