/** The buffers of a recorded dm_op in the form in which the binary interface takes them, and back. */

import type { Answer } from '../../privcmd/protocol.js';
import type { DmOpRecord } from './recording.js';

export function dmOpBody({ bufs }: DmOpRecord): Buffer {
  const parts = bufs.flatMap(({ size, in: bytes = '' }) => [word(size), Buffer.from(bytes, 'hex')]);
  return Buffer.concat([word(bufs.length), ...parts]);
}

export function dmOpBuffers({ body }: Answer): string[] {
  const buffers: string[] = [];
  if (body === undefined) return buffers;
  for (let at = 4; at < body.length;) {
    const end = at + 4 + body.readUInt32LE(at);
    buffers.push(body.toString('hex', at + 4, end));
    at = end;
  }
  return buffers;
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
