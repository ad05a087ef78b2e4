import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { forsake, mapShared, reserve } from '../../src/privcmd/memory-map.js';

it('sees the bytes of a file as memory, and zeros of its own once it is forsaken', () => {
  const path = join(tmpdir(), `map-${process.pid}`);
  const fd = openSync(path, 'w+');
  expect(reserve(fd, 4096, 4096)).toBe(true);
  const mapping = mapShared(fd, 4096, 4096);
  mapping.bytes[7] = 0x2a;
  const read = Buffer.alloc(1);
  readSync(fd, read, 0, 1, 4096 + 7);
  expect(read[0]).toBe(0x2a);

  forsake(mapping);
  expect(mapping.bytes[7]).toBe(0);
  expect(() => mapShared(-1, 0, 4096)).toThrow(/mmap/);
  expect(reserve(-1, 0, 4096)).toBe(false);
  closeSync(fd);
  rmSync(path);
});
