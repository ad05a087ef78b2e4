/**
 * The memory of a recorded hypercall: its buffers at the addresses at which the pointers of the call say that they lay.
 *
 * What is pointed at: by the first word of the call or the second, by the second word of a multicall's entry, and by
 * the beginning of a struct that has a list.
 */

import type { HypercallRecord } from './recording.js';

const MULTICALL = 13;
/** Hypercalls whose struct is behind their first word. */
const FIRST_WORD = new Set([35, 36]);
const ENTRY_ARG = 16 + 8;
const HEAD = 16;

export type RecordedMemory = ReadonlyMap<bigint, Buffer>;

export function memoryOf({ op_nr, args, bufs }: HypercallRecord): RecordedMemory {
  const buffers = bufs.map(({ in: bytes = '' }) => Buffer.from(bytes, 'hex'));
  const [first] = buffers;
  const memory = new Map<bigint, Buffer>();
  if (first === undefined) return memory;
  const isIndirect = op_nr === MULTICALL;
  memory.set(BigInt(args[isIndirect || FIRST_WORD.has(op_nr) ? 0 : 1] ?? 0), first);
  let pointer = isIndirect ? first.readBigUInt64LE(ENTRY_ARG) : first.readBigUInt64LE(0);
  for (const buffer of buffers.slice(1)) {
    memory.set(pointer, buffer);
    pointer = buffer.length >= 8 ? buffer.readBigUInt64LE(0) : 0n;
  }
  return memory;
}

/** The body of a call that carries the memory that it has wanted so far. */
export function piecesFor(
  { op_nr, args }: HypercallRecord,
  memory: RecordedMemory,
  wanted: readonly bigint[],
): Buffer {
  const words = [BigInt(op_nr), ...args.slice(0, 5).map(BigInt)].map(word64);
  const pieces = wanted.flatMap((address) => {
    const bytes = memory.get(address);
    const head = Buffer.alloc(HEAD);
    head.writeBigUInt64LE(address, 0);
    head.writeUInt32LE(bytes?.length ?? 1, 8);
    head.writeUInt32LE(bytes === undefined ? 1 : 0, 12);
    const padding = Buffer.alloc((8 - ((bytes?.length ?? 0) % 8)) % 8);
    return bytes === undefined ? [head] : [head, bytes, padding];
  });
  const count = Buffer.alloc(8);
  count.writeUInt32LE(wanted.length, 0);
  return Buffer.concat([...words, count, ...pieces]);
}

/** What an answer has written, in hexadecimal. */
export function writtenPieces(body: Buffer | undefined): Map<bigint, string> {
  const written = new Map<bigint, string>();
  if (body === undefined) return written;
  let at = 16;
  for (let n = 0; n < body.readUInt32LE(8); n++) {
    const length = body.readUInt32LE(at + 8);
    written.set(body.readBigUInt64LE(at), body.toString('hex', at + HEAD, at + HEAD + length));
    at += HEAD + Math.ceil(length / 8) * 8;
  }
  return written;
}

function word64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}
