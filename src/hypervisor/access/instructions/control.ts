/** Stack and control: push, pop, call, ret, jumps, and the flag instructions. */

import { FLAG, GPR, readGpr, setFlags, writeGpr, type CpuState } from '../cpu-state.js';
import { conditionHolds } from './condition.js';
import type { Execution, Semantics } from './effect.js';
import type { DecodedInstruction } from './instruction.js';
import { load, operand, store, toGla } from './operands.js';

export const push: Semantics = function* (cpu, instruction) {
  const value = yield* load(cpu, instruction, operand(instruction, 0), instruction.bytes);
  yield* pushValue(cpu, instruction.bytes, value);
  return value;
};

/** The stack pointer moves before the address of a destination that uses it is formed. */
export const pop: Semantics = function* (cpu, instruction) {
  const value = yield* popValue(cpu, instruction.bytes);
  yield* store(cpu, instruction, operand(instruction, 0), instruction.bytes, value);
  return value;
};

export const call: Semantics = function* (cpu, instruction) {
  const target = yield* targetOf(cpu, instruction);
  yield* pushValue(cpu, 8, cpu.rip);
  cpu.rip = target;
  return undefined;
};

export const ret: Semantics = function* (cpu, instruction) {
  const target = yield* popValue(cpu, 8);
  const extra = instruction.operands[0];
  if (extra)
    writeGpr(cpu, GPR.rsp, 8, readGpr(cpu, GPR.rsp, 8) + (yield* load(cpu, instruction, extra, 2)));
  cpu.rip = target;
  return undefined;
};

export const jump: Semantics = function* (cpu, instruction) {
  cpu.rip = yield* targetOf(cpu, instruction);
  return undefined;
};

export const jumpOnCondition: Semantics = function* (cpu, instruction) {
  const target = yield* targetOf(cpu, instruction);
  if (conditionHolds(cpu, instruction.condition)) cpu.rip = target;
  return undefined;
};

export const loop: Semantics = function* (cpu, instruction) {
  const { addressBytes } = instruction;
  const left = BigInt.asUintN(8 * addressBytes, readGpr(cpu, GPR.rcx, addressBytes) - 1n);
  writeGpr(cpu, GPR.rcx, addressBytes, left);
  const target = yield* targetOf(cpu, instruction);
  if (left !== 0n) cpu.rip = target;
  return undefined;
};

/** cld, std, clc, stc, cli, sti. */
export const setFlag = (mask: number, on: boolean): Semantics =>
  // eslint-disable-next-line require-yield -- it asks nothing of the machine
  function* (cpu) {
    setFlags(cpu, mask, on ? mask : 0);
    return undefined;
  };

// eslint-disable-next-line require-yield -- it asks nothing of the machine
export const complementCarry: Semantics = function* (cpu) {
  setFlags(cpu, FLAG.CF, ~cpu.rflags);
  return undefined;
};

function* pushValue(cpu: CpuState, bytes: number, value: bigint): Execution<void> {
  const rsp = BigInt.asUintN(64, readGpr(cpu, GPR.rsp, 8) - BigInt(bytes));
  yield { kind: 'write', gla: yield* toGla(rsp), bytes, value: BigInt.asUintN(8 * bytes, value) };
  writeGpr(cpu, GPR.rsp, 8, rsp);
}

function* popValue(cpu: CpuState, bytes: number): Execution<bigint> {
  const rsp = readGpr(cpu, GPR.rsp, 8);
  const gla = yield* toGla(rsp);
  const value = (yield { kind: 'read', gla, bytes, forUpdate: false })!;
  writeGpr(cpu, GPR.rsp, 8, rsp + BigInt(bytes));
  return value;
}

/** An immediate target is relative to the next instruction, as machine code has it. */
function* targetOf(cpu: CpuState, instruction: DecodedInstruction): Execution<bigint> {
  const to = operand(instruction, 0);
  if (to.kind === 'immediate') return BigInt.asUintN(64, cpu.rip + to.value);
  return yield* load(cpu, instruction, to, 8);
}
