/** xchg, xadd and the compare-and-exchange family. */

import {
  ARITHMETIC_FLAGS,
  FLAG,
  GPR,
  readGpr,
  setFlags,
  writeGpr,
  type CpuState,
} from '../cpu-state.js';
import { GP } from '../outcome.js';
import { BINARY } from './alu.js';
import type { Execution, Gla, Semantics } from './effect.js';
import { glaOf, load, operand, store } from './operands.js';

/** Skipped on a page that takes no writes: the register then gets its own value back. */
export const exchange: Semantics = function* (cpu, instruction) {
  const { bytes } = instruction;
  const to = operand(instruction, 0);
  const from = operand(instruction, 1);
  const source = yield* load(cpu, instruction, from, bytes);
  if (to.kind !== 'memory') {
    const old = yield* load(cpu, instruction, to, bytes);
    yield* store(cpu, instruction, from, bytes, old);
    yield* store(cpu, instruction, to, bytes, source);
    return old;
  }
  const gla = yield* glaOf(cpu, instruction, to);
  const old = yield { kind: 'update', gla, bytes, modify: () => source };
  yield* store(cpu, instruction, from, bytes, old ?? source);
  return old;
};

export const exchangeAdd: Semantics = function* (cpu, instruction) {
  const { bytes } = instruction;
  const to = operand(instruction, 0);
  const from = operand(instruction, 1);
  const source = yield* load(cpu, instruction, from, bytes);
  const add = (old: bigint) => BINARY.add(old, source, bytes);
  if (to.kind !== 'memory') {
    const old = yield* load(cpu, instruction, to, bytes);
    const { value, flags } = add(old);
    yield* store(cpu, instruction, from, bytes, old);
    yield* store(cpu, instruction, to, bytes, value);
    setFlags(cpu, ARITHMETIC_FLAGS, flags);
    return old;
  }
  const gla = yield* glaOf(cpu, instruction, to);
  const old = yield { kind: 'update', gla, bytes, modify: (value) => add(value).value };
  yield* store(cpu, instruction, from, bytes, old ?? source);
  if (old !== undefined) setFlags(cpu, ARITHMETIC_FLAGS, add(old).flags);
  return old;
};

export const compareExchange: Semantics = function* (cpu, instruction) {
  const { bytes } = instruction;
  const to = operand(instruction, 0);
  const expected = readGpr(cpu, GPR.rax, bytes);
  const replacement = yield* load(cpu, instruction, operand(instruction, 1), bytes);
  let found: bigint;
  if (to.kind === 'memory') {
    const gla = yield* glaOf(cpu, instruction, to);
    found = yield* exchangeIfEqual(gla, bytes, expected, replacement);
  } else {
    found = yield* load(cpu, instruction, to, bytes);
    if (found === expected) yield* store(cpu, instruction, to, bytes, replacement);
  }
  setFlags(cpu, ARITHMETIC_FLAGS, BINARY.sub(expected, found, bytes).flags);
  if (found !== expected) writeGpr(cpu, GPR.rax, bytes, found);
  return found;
};

/** cmpxchg8b and cmpxchg16b: `bytes` is that of one half. */
export const compareExchangePair: Semantics = function* (cpu, instruction) {
  const half = instruction.bytes;
  const bits = BigInt(8 * half);
  const to = operand(instruction, 0);
  if (to.kind !== 'memory') throw new RangeError('cmpxchg8b takes a memory operand');
  const gla = yield* glaOf(cpu, instruction, to);
  if (half === 8 && gla % 16 !== 0) yield { kind: 'raise', exception: GP };

  const pair = (high: number, low: number) =>
    (readGpr(cpu, high, half) << bits) | readGpr(cpu, low, half);
  const expected = pair(GPR.rdx, GPR.rax);
  const replacement = pair(GPR.rcx, GPR.rbx);
  const found = yield* exchangeIfEqual(gla, 2 * half, expected, replacement);
  if (found === expected) setFlags(cpu, FLAG.ZF, FLAG.ZF);
  else failPair(cpu, half, found);
  return found;
};

/** What was found there; equal to `expected` if the replacement has been stored. */
function* exchangeIfEqual(
  gla: Gla,
  bytes: number,
  expected: bigint,
  replacement: bigint,
): Execution<bigint> {
  const found = (yield { kind: 'read', gla, bytes, forUpdate: true })!;
  if (found !== expected) return found;
  return (yield { kind: 'compare_exchange', gla, bytes, expected, replacement }) ?? expected;
}

function failPair(cpu: CpuState, half: number, found: bigint): void {
  setFlags(cpu, FLAG.ZF, 0);
  writeGpr(cpu, GPR.rax, half, found);
  writeGpr(cpu, GPR.rdx, half, found >> BigInt(8 * half));
}
