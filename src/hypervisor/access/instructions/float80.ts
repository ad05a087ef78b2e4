/**
 * The 80-bit floating-point format of the x87 registers, from and to the formats in memory.
 *
 * Reference: SDM volume 1, 4.2.2 and 4.8. Rounding is to nearest even, which is what fninit sets.
 * A signalling NaN becomes a quiet one on the way, as in hardware.
 */

export interface FloatFormat {
  readonly bytes: number;
  readonly exponentBits: number;
  readonly fractionBits: number;
}

export const SINGLE: FloatFormat = { bytes: 4, exponentBits: 8, fractionBits: 23 };
export const DOUBLE: FloatFormat = { bytes: 8, exponentBits: 11, fractionBits: 52 };

const BIAS = 16383;
const EXPONENT_MAX = 0x7fff;
const INTEGER_BIT = 1n << 63n;
const QUIET_BIT = 1n << 62n;
const FRACTION_MASK = INTEGER_BIT - 1n;

export const ONE = pack(0n, BIAS, INTEGER_BIT);
export const ZERO = 0n;

export function toFloat80(raw: bigint, { exponentBits, fractionBits }: FloatFormat): bigint {
  const sign = raw >> BigInt(exponentBits + fractionBits);
  const exponent = Number(BigInt.asUintN(exponentBits, raw >> BigInt(fractionBits)));
  const fraction = BigInt.asUintN(fractionBits, raw) << BigInt(63 - fractionBits);
  const bias = 2 ** (exponentBits - 1) - 1;
  if (exponent === 2 ** exponentBits - 1)
    return pack(sign, EXPONENT_MAX, INTEGER_BIT | fraction | (fraction === 0n ? 0n : QUIET_BIT));
  if (exponent !== 0) return pack(sign, exponent - bias + BIAS, INTEGER_BIT | fraction);
  if (fraction === 0n) return pack(sign, 0, 0n);
  const shift = 64 - fraction.toString(2).length;
  return pack(sign, 1 - bias + BIAS - shift, fraction << BigInt(shift));
}

export function fromFloat80(value: bigint, { exponentBits, fractionBits }: FloatFormat): bigint {
  const sign = value >> 79n;
  const exponent = Number((value >> 64n) & 0x7fffn);
  const significand = BigInt.asUintN(64, value);
  const bias = 2 ** (exponentBits - 1) - 1;
  const top = sign << BigInt(exponentBits + fractionBits);
  const special = BigInt(2 ** exponentBits - 1) << BigInt(fractionBits);

  if (exponent === EXPONENT_MAX) {
    const fraction = (significand & FRACTION_MASK) >> BigInt(63 - fractionBits);
    const isNan = (significand & FRACTION_MASK) !== 0n;
    return top | special | fraction | (isNan ? 1n << BigInt(fractionBits - 1) : 0n);
  }
  if (significand === 0n) return top;

  const target = exponent - BIAS + bias;
  // Below the smallest normal number the significand loses more bits and the exponent is 0.
  const lost = 63 - fractionBits + (target < 1 ? 1 - target : 0);
  const rounded = roundToEven(significand, BigInt(lost));
  const magnitude = target < 1 ? rounded : (BigInt(target - 1) << BigInt(fractionBits)) + rounded;
  return top | (magnitude >= special ? special : magnitude);
}

function pack(sign: bigint, exponent: number, significand: bigint): bigint {
  return (sign << 79n) | (BigInt(exponent) << 64n) | significand;
}

function roundToEven(value: bigint, lost: bigint): bigint {
  const kept = value >> lost;
  const rest = value - (kept << lost);
  const half = 1n << (lost - 1n);
  const up = rest > half || (rest === half && (kept & 1n) === 1n);
  return up ? kept + 1n : kept;
}
