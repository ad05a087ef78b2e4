/**
 * The memory of whoever makes a hypercall, as far as it is known: its caller sends no more of it than the call has
 * asked for. A call that comes to a place that is not there asks for it, and is made anew once it has come.
 *
 *     pieces   u32 how many   u32 0   then each: u64 address   u32 bytes   u32 1 if it cannot be read   bytes, to a multiple of 8
 */

import { XenError } from '../hypervisor/index.js';

const HEAD = 16;
const UNREADABLE = 1;

/** Thrown by what would read memory that is not known yet. */
export class Wanted extends Error {
  readonly address: bigint;
  readonly length: number;

  constructor(address: bigint, length: number) {
    super(`${length} bytes at 0x${address.toString(16)} are wanted`);
    this.address = address;
    this.length = length;
  }
}

interface Piece {
  readonly address: bigint;
  readonly bytes: Buffer | undefined;
  readonly length: number;
}

export class CallerMemory {
  readonly #known: readonly Piece[];
  readonly #written: { address: bigint; bytes: Buffer }[] = [];

  constructor(body: Buffer) {
    this.#known = piecesOf(body);
  }

  /** EFAULT where there is nothing to be read. */
  read(address: bigint, length: number): DataView {
    if (length === 0) return new DataView(new ArrayBuffer(0));
    for (const piece of this.#known) {
      const at = address - piece.address;
      if (at < 0n || at + BigInt(length) > BigInt(piece.length)) continue;
      if (piece.bytes === undefined)
        throw new XenError('EFAULT', `0x${address.toString(16)} cannot be read`);
      return new DataView(piece.bytes.buffer, piece.bytes.byteOffset + Number(at), length);
    }
    throw new Wanted(address, length);
  }

  write(address: bigint, bytes: Uint8Array): void {
    this.#written.push({ address, bytes: Buffer.from(bytes) });
  }

  /** What is to be written to the caller's memory, as pieces. */
  written(): Buffer {
    return Buffer.concat([count(this.#written.length), ...this.#written.map(pieceBytes)]);
  }
}

function piecesOf(body: Buffer): Piece[] {
  const pieces: Piece[] = [];
  const nr = body.readUInt32LE(0);
  let at = 8;
  for (let n = 0; n < nr; n++) {
    const address = body.readBigUInt64LE(at);
    const length = body.readUInt32LE(at + 8);
    const isBad = body.readUInt32LE(at + 12) === UNREADABLE;
    at += HEAD;
    pieces.push({ address, length, bytes: isBad ? undefined : body.subarray(at, at + length) });
    if (!isBad) at += padded(length);
  }
  return pieces;
}

function pieceBytes({ address, bytes }: { address: bigint; bytes: Buffer }): Buffer {
  const piece = Buffer.alloc(HEAD + padded(bytes.length));
  piece.writeBigUInt64LE(address, 0);
  piece.writeUInt32LE(bytes.length, 8);
  piece.set(bytes, HEAD);
  return piece;
}

function count(nr: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(nr, 0);
  return head;
}

const padded = (length: number): number => Math.ceil(length / 8) * 8;
