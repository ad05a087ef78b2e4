/** Bodies of the binary interfaces, written and read as their description says. */

import request from 'supertest';
import type { Api } from './api.js';

/** What a bad pointer is on the wire. */
export const BAD = 'bad pointer';
export type Sent = Uint8Array | typeof BAD;

const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

export const buffers = (...all: readonly Sent[]): Buffer =>
  Buffer.concat([
    u32(all.length),
    ...all.flatMap((one) => (one === BAD ? [u32(0xffff_ffff)] : [u32(one.length), one])),
  ]);

/** struct xen_dm_op of that operation, whose own struct begins with these bytes. */
export function dmOp(op: number, own: Uint8Array = new Uint8Array(), { pad = 0, size = 32 } = {}) {
  const bytes = Buffer.alloc(Math.max(size, 8 + own.length));
  bytes.set(u32(op));
  bytes.set(u32(pad), 4);
  bytes.set(own, 8);
  return bytes.subarray(0, size);
}

/** Little-endian numbers of so many bytes each. */
export function packed(
  ...fields: readonly (readonly [bytes: 1 | 2 | 4 | 8, value: number | bigint])[]
) {
  return Buffer.concat(
    fields.map(([bytes, value]) => {
      const whole = Buffer.alloc(8);
      whole.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)));
      return whole.subarray(0, bytes);
    }),
  );
}

/** Sends bytes and gets bytes. */
export const octets =
  ({ app }: Pick<Api, 'app'>, type = 'application/octet-stream') =>
  async (path: string, body?: Uint8Array, headers: Readonly<Record<string, string>> = {}) => {
    const sent = request(app.server).post(path).set(headers).type(type).responseType('blob');
    const { status, body: answer } = await sent.send(body && Buffer.from(body));
    return { status, answer: answer as Buffer };
  };

/** The return code and the buffers of an answer. */
export function told(answer: Buffer): { rc: number; buffers: Buffer[] } {
  const found: Buffer[] = [];
  for (let at = 8; at < answer.length;) {
    const size = answer.readUInt32LE(at);
    at += 4;
    if (size === 0xffff_ffff) continue;
    found.push(answer.subarray(at, at + size));
    at += size;
  }
  return { rc: answer.readInt32LE(0), buffers: found };
}
