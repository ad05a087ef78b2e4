/** 64-bit quantities as they travel: a JSON number loses bits past 2^53. */

/** A string is `0x…` or decimal; what is below 0 stands for its two's complement. */
export type Quantity = string | number | bigint;

export const wireNumber = (value: Quantity): string =>
  `0x${BigInt.asUintN(64, BigInt(value)).toString(16)}`;
