/**
 * SSE and MMX moves between a register and memory, whole or in part: movups, movaps, movdqu,
 * movd, movq, movss, movsd and their non-temporal kin. `bytes` is what moves.
 */

import type { Semantics } from './effect.js';
import { load, operand, store } from './operands.js';

export const vectorMove: Semantics = function* (cpu, instruction) {
  const { bytes } = instruction;
  const value = yield* load(cpu, instruction, operand(instruction, 1), bytes);
  yield* store(cpu, instruction, operand(instruction, 0), bytes, value);
  return value;
};
