/** Frames as another process has them: read and written in the file that the server says they lie in. */

import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { PAGE_SIZE } from '../../hypervisor/index.js';
import type { Answer } from '../../privcmd/protocol.js';

export class MappedFrames {
  /** Where each frame lies in the file, in pages, or a negative errno. */
  readonly places: readonly number[];
  readonly #fd: number;

  private constructor(path: string, places: readonly number[]) {
    this.#fd = openSync(path, 'r+');
    this.places = places;
  }

  static of({ body = Buffer.alloc(8) }: Answer): MappedFrames {
    const length = body.readUInt32LE(0);
    const path = body.toString('utf8', 8, 8 + length);
    const places: number[] = [];
    for (let at = 8 + Math.ceil(length / 8) * 8; at < body.length; at += 8)
      places.push(Number(body.readBigInt64LE(at)));
    return new MappedFrames(path, places);
  }

  read(frame: number, offset: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    readSync(this.#fd, bytes, 0, length, this.#at(frame) + offset);
    return bytes;
  }

  write(frame: number, offset: number, bytes: Uint8Array): void {
    writeSync(this.#fd, bytes, 0, bytes.length, this.#at(frame) + offset);
  }

  close(): void {
    closeSync(this.#fd);
  }

  #at(frame: number): number {
    return (this.places[frame] ?? 0) * PAGE_SIZE;
  }
}
