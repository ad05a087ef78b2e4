/**
 * The x87 register stack, each register the 80 bits that hardware holds (sign and exponent 16,
 * significand 64), and the MMX registers that lie over the significands.
 *
 * Reference: SDM volume 1, chapter 8. A state is never changed, only replaced, so that an
 * instruction that does not finish leaves none.
 */

export interface X87 {
  /** Physical registers R0 to R7; the significands are MM0 to MM7. */
  readonly registers: readonly bigint[];
  /** Which of them is ST(0). */
  readonly top: number;
}

export const newX87 = (): X87 => ({ registers: new Array<bigint>(8).fill(0n), top: 0 });

export const readSt = ({ registers, top }: X87, index: number): bigint =>
  registers[(top + index) & 7]!;

export function pushSt({ registers, top }: X87, value: bigint): X87 {
  const newTop = (top + 7) & 7;
  return { registers: registers.with(newTop, value), top: newTop };
}

export const writeSt = ({ registers, top }: X87, index: number, value: bigint): X87 => ({
  registers: registers.with((top + index) & 7, value),
  top,
});

export const popSt = ({ registers, top }: X87): X87 => ({ registers, top: (top + 1) & 7 });

export const readMm = ({ registers }: X87, index: number): bigint =>
  BigInt.asUintN(64, registers[index]!);

/** Writing an MMX register sets its exponent to all ones and makes it physical again. */
export const writeMm = ({ registers }: X87, index: number, value: bigint): X87 => ({
  registers: registers.with(index, (0xffffn << 64n) | BigInt.asUintN(64, value)),
  top: 0,
});
