/**
 * Shifts and rotates on 1, 2, 4 or 8 bytes.
 *
 * Reference: SDM volume 2, SAL/SAR/SHL/SHR, RCL/RCR/ROL/ROR, SHLD, SHRD. A count of zero, after
 * masking, changes nothing. OF, defined for counts of one only, is computed alike for all counts.
 */

import { ARITHMETIC_FLAGS, FLAG } from '../cpu-state.js';
import { resultFlags, type AluResult } from './alu.js';

export type ShiftOperation = 'shl' | 'shr' | 'sar' | 'rol' | 'ror' | 'rcl' | 'rcr';

type Shift = (value: bigint, count: bigint, width: bigint, carry: bigint) => Shifted;

interface Shifted {
  readonly value: bigint;
  readonly carry: bigint;
}

const { CF, OF } = FLAG;
/** AF is undefined after a shift; it is cleared. */
const SHIFT_FLAGS = ARITHMETIC_FLAGS;
const ROTATE_FLAGS = CF | OF;

const bit = (value: bigint, index: bigint): bigint => (value >> index) & 1n;
const top = (value: bigint, width: bigint): bigint => bit(value, width - 1n);
const fit = (value: bigint, width: bigint): bigint => BigInt.asUintN(Number(width), value);

const SHIFTS = {
  shl: (value, count, width) => ({
    value: fit(value << count, width),
    carry: bit(value << count, width),
  }),
  shr: (value, count) => ({ value: value >> count, carry: bit(value, count - 1n) }),
  sar: (value, count, width) => {
    const signed = BigInt.asIntN(Number(width), value);
    return { value: fit(signed >> count, width), carry: bit(signed, count - 1n) };
  },
  rol: (value, count, width) => {
    const by = count % width;
    const result = fit((value << by) | (value >> (width - by)), width);
    return { value: result, carry: bit(result, 0n) };
  },
  ror: (value, count, width) => {
    const by = count % width;
    const result = fit((value >> by) | (value << (width - by)), width);
    return { value: result, carry: top(result, width) };
  },
  rcl: (value, count, width, carry) => throughCarry(value, count % (width + 1n), width, carry),
  rcr: (value, count, width, carry) =>
    throughCarry(value, (width + 1n - (count % (width + 1n))) % (width + 1n), width, carry),
} as const satisfies Record<ShiftOperation, Shift>;

/** One of the shifts; `undefined` where the masked count is zero. */
export function shift(
  operation: ShiftOperation,
  value: bigint,
  count: bigint,
  bytes: number,
  carryIn: boolean,
): AluResult | undefined {
  const width = BigInt(8 * bytes);
  const masked = count & (bytes === 8 ? 63n : 31n);
  if (masked === 0n) return undefined;
  const { value: result, carry } = SHIFTS[operation](value, masked, width, carryIn ? 1n : 0n);
  const rotates = operation.startsWith('r');
  return {
    value: result,
    flags:
      (rotates ? 0 : resultFlags(result, bytes)) |
      (carry === 1n ? CF : 0) |
      (overflows(operation, value, result, carry, width) ? OF : 0),
    affected: rotates ? ROTATE_FLAGS : SHIFT_FLAGS,
  };
}

export type DoubleShiftOperation = 'shld' | 'shrd';

/** shld and shrd: bits of `filler` move in. */
export function doubleShift(
  operation: DoubleShiftOperation,
  value: bigint,
  filler: bigint,
  count: bigint,
  bytes: number,
): AluResult | undefined {
  const width = BigInt(8 * bytes);
  const by = count & (width === 64n ? 63n : 31n);
  if (by === 0n) return undefined;
  const left = operation === 'shld';
  const pair = left ? (value << width) | filler : (filler << width) | value;
  const result = left ? fit((pair << by) >> width, width) : fit(pair >> by, width);
  const carry = left ? bit(pair, 2n * width - by) : bit(pair, by - 1n);
  const flipped = top(result, width) !== top(value, width);
  return {
    value: result,
    flags: resultFlags(result, bytes) | (carry === 1n ? CF : 0) | (flipped ? OF : 0),
    affected: SHIFT_FLAGS,
  };
}

function throughCarry(value: bigint, left: bigint, width: bigint, carry: bigint): Shifted {
  const whole = (carry << width) | value;
  const rotated = fit((whole << left) | (whole >> (width + 1n - left)), width + 1n);
  return { value: fit(rotated, width), carry: bit(rotated, width) };
}

function overflows(
  operation: ShiftOperation,
  before: bigint,
  after: bigint,
  carry: bigint,
  width: bigint,
): boolean {
  switch (operation) {
    case 'shl':
    case 'rol':
    case 'rcl':
      return (top(after, width) ^ carry) === 1n;
    case 'shr':
      return top(before, width) === 1n;
    case 'sar':
      return false;
    case 'ror':
    case 'rcr':
      return (top(after, width) ^ bit(after, width - 2n)) === 1n;
  }
}
