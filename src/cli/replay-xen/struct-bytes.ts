/** A struct of C as bytes, little endian. */

/** A value, and how many bytes it has: 1, 2, 4 or 8, or with value 0 any number. */
export type Member = readonly [value: unknown, bytes: number];

/** What an argument does not say is 0. */
export function structOf(members: readonly Member[]): Uint8Array {
  const bytes = new Uint8Array(members.reduce((sum, [, size]) => sum + size, 0));
  let at = 0;
  for (const [value, size] of members) {
    let rest = BigInt.asUintN(64, BigInt((value as string | number | undefined) ?? 0));
    for (let index = 0; index < size; index++) {
      bytes[at + index] = Number(rest & 0xffn);
      rest >>= 8n;
    }
    at += size;
  }
  return bytes;
}

/** The number of `size` bytes at an offset. */
export function numberAt(bytes: Uint8Array, at: number, size: number): bigint {
  let value = 0n;
  for (let index = size - 1; index >= 0; index--)
    value = (value << 8n) | BigInt(bytes[at + index] ?? 0);
  return value;
}
