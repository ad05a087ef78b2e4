/**
 * Bytes of machine frames as values: little endian, any number of them, never across a page.
 *
 * Values of up to eight bytes, which is what a guest access mostly has, go through one scratch
 * quadword and allocate nothing but the bigint.
 */

import type { MachineMemory } from '../machine-memory.js';

const quadword = new BigUint64Array(1);
const octets = new Uint8Array(quadword.buffer);

export function readBytes(
  machine: MachineMemory,
  mfn: number,
  offset: number,
  bytes: number,
): bigint {
  const page = machine.page(mfn);
  return page === undefined ? 0n : valueAt(page, offset, bytes);
}

export function writeBytes(
  machine: MachineMemory,
  mfn: number,
  offset: number,
  bytes: number,
  value: bigint,
): void {
  putAt(machine.writablePage(mfn), offset, bytes, value);
}

/** The `bytes` of a buffer from `offset` on, as one little-endian value. */
export function valueAt(buffer: Uint8Array, offset: number, bytes: number): bigint {
  if (bytes <= 8) {
    quadword[0] = 0n;
    for (let index = 0; index < bytes; index++) octets[index] = buffer[offset + index]!;
    return quadword[0];
  }
  let value = 0n;
  for (let at = bytes - (bytes % 8); at >= 0; at -= 8)
    value = (value << 64n) | valueAt(buffer, offset + at, Math.min(8, bytes - at));
  return value;
}

export function putAt(buffer: Uint8Array, offset: number, bytes: number, value: bigint): void {
  let rest = value;
  for (let at = 0; at < bytes; at += 8) {
    quadword[0] = rest;
    const count = Math.min(8, bytes - at);
    for (let index = 0; index < count; index++) buffer[offset + at + index] = octets[index]!;
    if (bytes > 8) rest >>= 64n;
  }
}

/** `bytes` of `value`, from byte `from` on. */
export const slice = (value: bigint, from: number, bytes: number): bigint =>
  BigInt.asUintN(8 * bytes, value >> BigInt(8 * from));

/** The two words of a value of up to eight bytes, as a trace keeps them. */
export const words = (value: bigint): [lo: number, hi: number] => [
  Number(value & 0xffff_ffffn),
  Number((value >> 32n) & 0xffff_ffffn),
];
