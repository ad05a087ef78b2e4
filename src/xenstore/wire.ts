/**
 * Messages of xenstored, little endian. Source: xen/include/public/io/xs_wire.h.
 *
 *     u32 type   u32 req_id   u32 tx_id   u32 length   payload
 */

import { XenstoreError } from './xenstore-error.js';

export const TYPE = {
  control: 0,
  directory: 1,
  read: 2,
  get_perms: 3,
  watch: 4,
  unwatch: 5,
  transaction_start: 6,
  transaction_end: 7,
  introduce: 8,
  release: 9,
  get_domain_path: 10,
  write: 11,
  mkdir: 12,
  rm: 13,
  set_perms: 14,
  watch_event: 15,
  error: 16,
  is_domain_introduced: 17,
  resume: 18,
  set_target: 19,
  reset_watches: 21,
  directory_part: 22,
} as const;

const HEADER_BYTES = 16;
/** XENSTORE_PAYLOAD_MAX. */
export const MAX_PAYLOAD = 4096;

export interface Message {
  readonly type: number;
  readonly request: number;
  readonly transaction: number;
  readonly payload: Buffer;
}

/** The first message of what has come, and what is left. RangeError: it is none. */
export function firstMessage(bytes: Buffer): { message: Message; rest: Buffer } | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  const end = HEADER_BYTES + bytes.readUInt32LE(12);
  if (end > HEADER_BYTES + MAX_PAYLOAD) throw new RangeError('a message is longer than any may be');
  if (bytes.length < end) return undefined;
  const message = {
    type: bytes.readUInt32LE(0),
    request: bytes.readUInt32LE(4),
    transaction: bytes.readUInt32LE(8),
    payload: bytes.subarray(HEADER_BYTES, end),
  };
  return { message, rest: bytes.subarray(end) };
}

export function messageBytes({ type, request, transaction, payload }: Message): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(type, 0);
  header.writeUInt32LE(request, 4);
  header.writeUInt32LE(transaction, 8);
  header.writeUInt32LE(payload.length, 12);
  return Buffer.concat([header, payload]);
}

/** Texts, each with a NUL behind it. */
export const textsOf = (payload: Buffer): string[] => {
  const texts = payload.toString('latin1').split('\0');
  if (texts.at(-1) === '') texts.pop();
  return texts;
};

export const bytesOf = (texts: readonly string[]): Buffer =>
  Buffer.from(texts.map((text) => `${text}\0`).join(''), 'latin1');

/** E2BIG: it does not fit a message. */
export function fitting(payload: Uint8Array): Buffer {
  if (payload.length > MAX_PAYLOAD)
    throw new XenstoreError('E2BIG', `${payload.length} bytes do not fit a message`);
  return Buffer.from(payload);
}
