/** Instructions about the processor itself. */

import { UD } from '../outcome.js';
import type { Semantics } from './effect.js';
import { glaOf, operand } from './operands.js';

/** Limit and base of the interrupt descriptor table: one operand of ten bytes, stored in two. */
export const storeIdt: Semantics = function* (cpu, instruction) {
  const to = operand(instruction, 0);
  if (to.kind !== 'memory') throw new RangeError('sidt takes a memory operand');
  const gla = yield* glaOf(cpu, instruction, to);
  yield { kind: 'write', gla, bytes: 2, value: BigInt(cpu.idtLimit) };
  yield { kind: 'write', gla: gla + 2, bytes: 8, value: cpu.idtBase };
  return undefined;
};

export const flushCacheLine: Semantics = function* (cpu, instruction) {
  const to = operand(instruction, 0);
  if (to.kind !== 'memory') throw new RangeError('clflush takes a memory operand');
  yield { kind: 'touch', gla: yield* glaOf(cpu, instruction, to) };
  return undefined;
};

export const fetchOnly: Semantics = function* (cpu, instruction) {
  const from = operand(instruction, 0);
  if (from.kind !== 'memory') throw new RangeError('machine code lies in memory');
  const gla = yield* glaOf(cpu, instruction, from);
  return yield { kind: 'fetch', gla, bytes: instruction.bytes };
};

/** nop, pause, prefetches (which never fault) and invlpg (there is no TLB to invalidate). */
// eslint-disable-next-line require-yield -- it asks nothing of the machine
export const doNothing: Semantics = function* () {
  return undefined;
};

export const undefinedOpcode: Semantics = function* () {
  return yield { kind: 'raise', exception: UD };
};

export const halt: Semantics = function* () {
  return yield { kind: 'halt' };
};

export const hypercall: Semantics = function* () {
  return yield { kind: 'hypercall' };
};
