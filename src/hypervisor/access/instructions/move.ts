/** Moves between registers and memory: mov and its extending, conditional and address forms. */

import { conditionHolds } from './condition.js';
import type { Semantics } from './effect.js';
import { effectiveAddress, load, operand, store } from './operands.js';

export const move: Semantics = function* (cpu, instruction) {
  const { bytes } = instruction;
  const from = operand(instruction, 1);
  const value = yield* load(cpu, instruction, from, bytes);
  yield* store(cpu, instruction, operand(instruction, 0), bytes, value);
  return from.kind === 'memory' ? value : undefined;
};

export const moveZeroExtended: Semantics = function* (cpu, instruction) {
  const value = yield* load(cpu, instruction, operand(instruction, 1), instruction.sourceBytes);
  yield* store(cpu, instruction, operand(instruction, 0), instruction.bytes, value);
  return value;
};

export const moveSignExtended: Semantics = function* (cpu, instruction) {
  const { bytes, sourceBytes } = instruction;
  const value = yield* load(cpu, instruction, operand(instruction, 1), sourceBytes);
  const extended = BigInt.asIntN(8 * sourceBytes, value);
  yield* store(cpu, instruction, operand(instruction, 0), bytes, extended);
  return value;
};

export const loadEffectiveAddress: Semantics = function* (cpu, instruction) {
  const from = operand(instruction, 1);
  if (from.kind !== 'memory') throw new RangeError('lea takes a memory operand');
  const address = effectiveAddress(cpu, instruction, from);
  yield* store(cpu, instruction, operand(instruction, 0), instruction.bytes, address);
  return undefined;
};

/** The source is read whether or not the condition holds. */
export const conditionalMove: Semantics = function* (cpu, instruction) {
  const { bytes } = instruction;
  const to = operand(instruction, 0);
  const value = yield* load(cpu, instruction, operand(instruction, 1), bytes);
  const kept = yield* load(cpu, instruction, to, bytes);
  const chosen = conditionHolds(cpu, instruction.condition) ? value : kept;
  yield* store(cpu, instruction, to, bytes, chosen);
  return value;
};

export const setOnCondition: Semantics = function* (cpu, instruction) {
  const value = conditionHolds(cpu, instruction.condition) ? 1n : 0n;
  yield* store(cpu, instruction, operand(instruction, 0), 1, value);
  return undefined;
};
