/**
 * Arithmetic, logic, shifts and bit tests, on registers and on memory.
 *
 * A memory destination is one `update`. Where the place takes no writes (ram_ro, emulated without
 * a known linear address), Xen skips the whole of it, flags included.
 */

import { flag, FLAG, setFlags, type CpuState } from '../cpu-state.js';
import { BINARY, UNARY, type AluResult, type BinaryOperation, type UnaryOperation } from './alu.js';
import { testBit, type BitOperation } from './bit-test.js';
import type { Answer, Execution, Semantics } from './effect.js';
import type { DecodedInstruction, Operand } from './instruction.js';
import { effectiveAddress, glaOf, load, operand, store, toGla } from './operands.js';
import { doubleShift, shift, type DoubleShiftOperation, type ShiftOperation } from './shift.js';

/** `undefined`: nothing changes, not even the flags. */
type Compute = (old: bigint) => AluResult | undefined;

export const binary = (operation: BinaryOperation): Semantics =>
  function* (cpu, instruction) {
    const { bytes } = instruction;
    const b = yield* load(cpu, instruction, operand(instruction, 1), bytes);
    const carry = flag(cpu, FLAG.CF);
    return yield* modify(cpu, instruction, operand(instruction, 0), (a) =>
      BINARY[operation](a, b, bytes, carry),
    );
  };

/** cmp and test: only the flags are kept. */
export const compare = (operation: 'sub' | 'and'): Semantics =>
  function* (cpu, instruction) {
    const { bytes } = instruction;
    const a = yield* load(cpu, instruction, operand(instruction, 0), bytes);
    const b = yield* load(cpu, instruction, operand(instruction, 1), bytes);
    keepFlags(cpu, BINARY[operation](a, b, bytes, false));
    return a;
  };

export const unary =
  (operation: UnaryOperation): Semantics =>
  (cpu, instruction) =>
    modify(cpu, instruction, operand(instruction, 0), (a) =>
      UNARY[operation](a, instruction.bytes),
    );

export const shiftBy = (operation: ShiftOperation): Semantics =>
  function* (cpu, instruction) {
    const count = yield* load(cpu, instruction, operand(instruction, 1), 1);
    const carry = flag(cpu, FLAG.CF);
    return yield* modify(cpu, instruction, operand(instruction, 0), (value) =>
      shift(operation, value, count, instruction.bytes, carry),
    );
  };

export const doubleShiftBy = (operation: DoubleShiftOperation): Semantics =>
  function* (cpu, instruction) {
    const { bytes } = instruction;
    const filler = yield* load(cpu, instruction, operand(instruction, 1), bytes);
    const count = yield* load(cpu, instruction, operand(instruction, 2), 1);
    return yield* modify(cpu, instruction, operand(instruction, 0), (value) =>
      doubleShift(operation, value, filler, count, bytes),
    );
  };

/** A bit index in a register reaches beyond the memory operand; an immediate one does not. */
export const bitTest = (operation: BitOperation): Semantics =>
  function* (cpu, instruction) {
    const { bytes } = instruction;
    const to = operand(instruction, 0);
    const from = operand(instruction, 1);
    const index = yield* load(cpu, instruction, from, bytes);
    const within = index & BigInt(8 * bytes - 1);
    const compute: Compute = (value) => testBit(operation, value, within);

    if (to.kind !== 'memory') return yield* modify(cpu, instruction, to, compute);
    const word = BigInt.asIntN(8 * bytes, index) >> BigInt(Math.log2(8 * bytes));
    const far = from.kind === 'gpr' ? word * BigInt(bytes) : 0n;
    const gla = yield* toGla(effectiveAddress(cpu, instruction, to) + far);
    if (operation !== 'bt') return yield* update(cpu, gla, bytes, compute);
    const value = (yield { kind: 'read', gla, bytes, forUpdate: false })!;
    keepFlags(cpu, testBit('bt', value, within));
    return value;
  };

function* modify(
  cpu: CpuState,
  instruction: DecodedInstruction,
  to: Operand,
  compute: Compute,
): Execution {
  const { bytes } = instruction;
  if (to.kind === 'memory')
    return yield* update(cpu, yield* glaOf(cpu, instruction, to), bytes, compute);

  const old = yield* load(cpu, instruction, to, bytes);
  const result = compute(old);
  if (result) keepFlags(cpu, result);
  yield* store(cpu, instruction, to, bytes, result?.value ?? old);
  return old;
}

function* update(cpu: CpuState, gla: number, bytes: number, compute: Compute): Execution {
  let result: AluResult | undefined;
  const old: Answer = yield {
    kind: 'update',
    gla,
    bytes,
    modify: (value) => (result = compute(value))?.value ?? value,
  };
  if (old !== undefined && result) keepFlags(cpu, result);
  return old;
}

function keepFlags(cpu: CpuState, { flags, affected }: AluResult): void {
  setFlags(cpu, affected, flags);
}
