/**
 * Integer arithmetic on 1, 2, 4 or 8 bytes: a result and the flags that come of it.
 *
 * Reference: SDM volume 1, 3.4.3.1 (status flags) and volume 2 for each operation. A flag that the
 * manual leaves undefined is here what the recorded processor made of it.
 */

import { ARITHMETIC_FLAGS, FLAG } from '../cpu-state.js';

export interface AluResult {
  readonly value: bigint;
  readonly flags: number;
  /** The flags that the operation changes at all. */
  readonly affected: number;
}

type Binary = (a: bigint, b: bigint, bytes: number, carry?: boolean) => AluResult;
type Unary = (a: bigint, bytes: number) => AluResult;

export type BinaryOperation = 'add' | 'adc' | 'sub' | 'sbb' | 'and' | 'or' | 'xor';
export type UnaryOperation = 'inc' | 'dec' | 'neg' | 'not';

const { CF, PF, AF, ZF, SF, OF } = FLAG;

const bitsOf = (bytes: number): bigint => BigInt(8 * bytes);

const signOf = (value: bigint, bytes: number): boolean =>
  ((value >> (bitsOf(bytes) - 1n)) & 1n) === 1n;

/** PF, ZF and SF of a result. */
export function resultFlags(value: bigint, bytes: number): number {
  let low = Number(value & 0xffn);
  low ^= low >> 4;
  low ^= low >> 2;
  low ^= low >> 1;
  return ((low & 1) === 0 ? PF : 0) | (value === 0n ? ZF : 0) | (signOf(value, bytes) ? SF : 0);
}

function sum(a: bigint, b: bigint, bytes: number, carry = false): AluResult {
  const total = a + b + (carry ? 1n : 0n);
  const value = BigInt.asUintN(8 * bytes, total);
  const overflow =
    signOf(a, bytes) === signOf(b, bytes) && signOf(a, bytes) !== signOf(value, bytes);
  return {
    value,
    flags:
      resultFlags(value, bytes) |
      (total !== value ? CF : 0) |
      (((a ^ b ^ value) & 0x10n) !== 0n ? AF : 0) |
      (overflow ? OF : 0),
    affected: ARITHMETIC_FLAGS,
  };
}

function difference(a: bigint, b: bigint, bytes: number, borrow = false): AluResult {
  const total = a - b - (borrow ? 1n : 0n);
  const value = BigInt.asUintN(8 * bytes, total);
  const overflow =
    signOf(a, bytes) !== signOf(b, bytes) && signOf(a, bytes) !== signOf(value, bytes);
  return {
    value,
    flags:
      resultFlags(value, bytes) |
      (total < 0n ? CF : 0) |
      (((a ^ b ^ value) & 0x10n) !== 0n ? AF : 0) |
      (overflow ? OF : 0),
    affected: ARITHMETIC_FLAGS,
  };
}

const logic = (value: bigint, bytes: number): AluResult => ({
  value,
  flags: resultFlags(value, bytes),
  affected: ARITHMETIC_FLAGS,
});

export const BINARY: Readonly<Record<BinaryOperation, Binary>> = {
  add: (a, b, bytes) => sum(a, b, bytes),
  adc: sum,
  sub: (a, b, bytes) => difference(a, b, bytes),
  sbb: difference,
  and: (a, b, bytes) => logic(a & b, bytes),
  or: (a, b, bytes) => logic(a | b, bytes),
  xor: (a, b, bytes) => logic(a ^ b, bytes),
};

export const UNARY = {
  inc: (a, bytes) => ({ ...sum(a, 1n, bytes), affected: ARITHMETIC_FLAGS & ~CF }),
  dec: (a, bytes) => ({ ...difference(a, 1n, bytes), affected: ARITHMETIC_FLAGS & ~CF }),
  neg: (a, bytes) => difference(0n, a, bytes),
  not: (a, bytes) => ({ value: BigInt.asUintN(8 * bytes, ~a), flags: 0, affected: 0 }),
} as const satisfies Record<UnaryOperation, Unary>;
