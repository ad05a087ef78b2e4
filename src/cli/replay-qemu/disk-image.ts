/**
 * The disk of a recording: of the images that lie beside it, the one that holds what the recorded guest has read from
 * its disk.
 */

import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { RecordedProcess } from './recording.js';

const IMAGE = /\.img(\.gz)?$/;
/** The data port of the first IDE channel. */
const IDE_DATA = '0x1f0';
const EMPTY_BYTES = 2 ** 20;

/** An empty disk where there is no image. */
export function diskImageFor(process: RecordedProcess, file: string): Buffer {
  const folder = dirname(file);
  const images = readdirSync(folder)
    .filter((name) => IMAGE.test(name))
    .toSorted()
    .map((name) => contentsOf(join(folder, name)));
  const read = process.records.flatMap((record) =>
    record.call === 'ioresp' && record.addr === IDE_DATA && record.ptr_bytes !== undefined
      ? [Buffer.from(record.ptr_bytes, 'hex')]
      : [],
  );
  const known = (image: Buffer) => read.filter((bytes) => image.includes(bytes)).length;
  return images.toSorted((a, b) => known(b) - known(a))[0] ?? Buffer.alloc(EMPTY_BYTES);
}

const contentsOf = (path: string): Buffer =>
  path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path);
