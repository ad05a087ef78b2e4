/**
 * movs, stos, lods, scas, cmps: one element, or with a repeat prefix as many as whoever runs the
 * instruction does at once. With elements left the instruction pointer stays, and the next
 * execution goes on.
 *
 * Reference: SDM volume 2, REP/REPE/REPNE; for what Xen's emulator does at once, the recordings.
 */

import { flag, FLAG, GPR, readGpr, setFlags, writeGpr, type CpuState } from '../cpu-state.js';
import { ARITHMETIC_FLAGS } from '../cpu-state.js';
import { BINARY } from './alu.js';
import type { Answer, Execution, Gla, Semantics } from './effect.js';
import type { DecodedInstruction } from './instruction.js';
import { toGla } from './operands.js';

export const moveString: Semantics = function* (cpu, instruction) {
  const { bytes } = instruction;
  const reps = repetitions(cpu, instruction);
  if (reps === 0n) return undefined;
  const source = yield* indexed(cpu, instruction, GPR.rsi);
  const destination = yield* indexed(cpu, instruction, GPR.rdi);
  const backwards = flag(cpu, FLAG.DF);
  let done: Answer;
  if (reps > 1n)
    done = yield { kind: 'rep_movs', source, destination, bytes, reps: clip(reps), backwards };
  if (done === undefined) {
    const value = (yield { kind: 'read', gla: source, bytes, forUpdate: false })!;
    yield { kind: 'write', gla: destination, bytes, value };
    done = 1n;
  }
  advance(cpu, instruction, GPR.rsi, done);
  advance(cpu, instruction, GPR.rdi, done);
  countDown(cpu, instruction, done);
  return undefined;
};

export const storeString: Semantics = function* (cpu, instruction) {
  const { bytes } = instruction;
  const reps = repetitions(cpu, instruction);
  if (reps === 0n) return undefined;
  const destination = yield* indexed(cpu, instruction, GPR.rdi);
  const backwards = flag(cpu, FLAG.DF);
  const value = readGpr(cpu, GPR.rax, bytes);
  let done: Answer;
  if (reps > 1n)
    done = yield { kind: 'rep_stos', destination, value, bytes, reps: clip(reps), backwards };
  if (done === undefined) {
    yield { kind: 'write', gla: destination, bytes, value };
    done = 1n;
  }
  advance(cpu, instruction, GPR.rdi, done);
  countDown(cpu, instruction, done);
  return undefined;
};

export const loadString: Semantics = function* (cpu, instruction) {
  const { bytes } = instruction;
  if (repetitions(cpu, instruction) === 0n) return undefined;
  const gla = yield* indexed(cpu, instruction, GPR.rsi);
  const value = (yield { kind: 'read', gla, bytes, forUpdate: false })!;
  writeGpr(cpu, GPR.rax, bytes, value);
  advance(cpu, instruction, GPR.rsi, 1n);
  countDown(cpu, instruction, 1n);
  return value;
};

export const scanString: Semantics = function* (cpu, instruction) {
  const { bytes } = instruction;
  if (repetitions(cpu, instruction) === 0n) return undefined;
  const gla = yield* indexed(cpu, instruction, GPR.rdi);
  const value = (yield { kind: 'read', gla, bytes, forUpdate: false })!;
  advance(cpu, instruction, GPR.rdi, 1n);
  countWhileEqual(cpu, instruction, readGpr(cpu, GPR.rax, bytes), value);
  return value;
};

export const compareString: Semantics = function* (cpu, instruction) {
  const { bytes } = instruction;
  if (repetitions(cpu, instruction) === 0n) return undefined;
  const source = yield* indexed(cpu, instruction, GPR.rsi);
  const destination = yield* indexed(cpu, instruction, GPR.rdi);
  const a = (yield { kind: 'read', gla: source, bytes, forUpdate: false })!;
  const b = (yield { kind: 'read', gla: destination, bytes, forUpdate: false })!;
  advance(cpu, instruction, GPR.rsi, 1n);
  advance(cpu, instruction, GPR.rdi, 1n);
  countWhileEqual(cpu, instruction, a, b);
  return a;
};

/** Elements to do: 1 without a repeat prefix. */
export const repetitions = (cpu: CpuState, { repeat, addressBytes }: DecodedInstruction): bigint =>
  repeat === 'none' ? 1n : readGpr(cpu, GPR.rcx, addressBytes);

/** More than this is never done at once. */
export const clip = (reps: bigint): number => Number(reps < 4096n ? reps : 4096n);

export function* indexed(
  cpu: CpuState,
  { addressBytes }: DecodedInstruction,
  register: number,
): Execution<Gla> {
  return yield* toGla(readGpr(cpu, register, addressBytes));
}

/** Move an index register over `elements`, in the direction of DF. */
export function advance(
  cpu: CpuState,
  { addressBytes, bytes }: DecodedInstruction,
  register: number,
  elements: bigint,
): void {
  const step = elements * BigInt(bytes) * (flag(cpu, FLAG.DF) ? -1n : 1n);
  writeGpr(cpu, register, addressBytes, readGpr(cpu, register, addressBytes) + step);
}

/** Take `done` elements off the count; with some left the instruction is executed again. */
export function countDown(
  cpu: CpuState,
  { repeat, addressBytes, length }: DecodedInstruction,
  done: bigint,
): void {
  if (repeat === 'none') return;
  const left = readGpr(cpu, GPR.rcx, addressBytes) - done;
  writeGpr(cpu, GPR.rcx, addressBytes, left);
  if (left !== 0n) cpu.rip -= BigInt(length);
}

/** The comparing ones also end where equality does not suit the prefix. */
function countWhileEqual(
  cpu: CpuState,
  instruction: DecodedInstruction,
  a: bigint,
  b: bigint,
): void {
  const next = cpu.rip;
  countDown(cpu, instruction, 1n);
  const { flags } = BINARY.sub(a, b, instruction.bytes);
  setFlags(cpu, ARITHMETIC_FLAGS, flags);
  const equal = (flags & FLAG.ZF) !== 0;
  if (instruction.repeat !== 'none' && equal !== (instruction.repeat === 'repe')) cpu.rip = next;
}
