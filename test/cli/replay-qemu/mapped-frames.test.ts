import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MappedFrames } from '../../../src/cli/replay-qemu/mapped-frames.js';

it('finds frames in the file and at the places that an answer names', () => {
  const path = join(tmpdir(), `frames-${process.pid}`);
  writeFileSync(path, Buffer.alloc(8192, 7));
  const body = Buffer.alloc(8 + Math.ceil(path.length / 8) * 8 + 16);
  body.writeUInt32LE(path.length, 0);
  body.write(path, 8);
  body.writeBigInt64LE(1n, body.length - 16);
  body.writeBigInt64LE(-22n, body.length - 8);
  const frames = MappedFrames.of({ result: 0, body });

  expect(frames.places).toEqual([1, -22]);
  frames.write(0, 4, Buffer.of(1, 2));
  expect(frames.read(0, 3, 4)).toEqual(Buffer.of(7, 1, 2, 7));
  frames.close();
  rmSync(path);
});
