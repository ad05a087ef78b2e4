/** bt, bts, btr, btc: CF gets the bit; nothing else is touched. */

import { FLAG } from '../cpu-state.js';
import type { AluResult } from './alu.js';

export type BitOperation = 'bt' | 'bts' | 'btr' | 'btc';

const CHANGE = {
  bt: (value) => value,
  bts: (value, mask) => value | mask,
  btr: (value, mask) => value & ~mask,
  btc: (value, mask) => value ^ mask,
} as const satisfies Record<BitOperation, (value: bigint, mask: bigint) => bigint>;

export const testBit = (operation: BitOperation, value: bigint, index: bigint): AluResult => ({
  value: CHANGE[operation](value, 1n << index),
  flags: ((value >> index) & 1n) === 1n ? FLAG.CF : 0,
  affected: FLAG.CF,
});
