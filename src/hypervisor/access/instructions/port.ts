/**
 * in, out, ins, outs.
 *
 * The processor asks for its I/O intercept before it looks at the memory operand of a string form.
 * Reference: SDM volume 2; xen/arch/x86/x86_emulate/x86_emulate.c for the order of one element.
 */

import { flag, FLAG, GPR, readGpr, writeGpr, type CpuState } from '../cpu-state.js';
import type { Answer, Execution, Semantics } from './effect.js';
import type { DecodedInstruction } from './instruction.js';
import { load, operand } from './operands.js';
import { advance, clip, countDown, indexed, repetitions } from './string.js';

export const portIn: Semantics = function* (cpu, instruction) {
  const { bytes } = instruction;
  const port = yield* portOf(cpu, instruction, 0);
  const value = (yield { kind: 'port_in', port, bytes })!;
  writeGpr(cpu, GPR.rax, bytes, value);
  return value;
};

export const portOut: Semantics = function* (cpu, instruction) {
  const { bytes } = instruction;
  const port = yield* portOf(cpu, instruction, 0);
  yield { kind: 'port_out', port, bytes, value: readGpr(cpu, GPR.rax, bytes) };
  return undefined;
};

export const inputString: Semantics = function* (cpu, instruction) {
  const { bytes } = instruction;
  const reps = repetitions(cpu, instruction);
  if (reps === 0n) return undefined;
  const port = Number(readGpr(cpu, GPR.rdx, 2));
  yield { kind: 'port_intercept', port, bytes, input: true };
  const destination = yield* indexed(cpu, instruction, GPR.rdi);
  const backwards = flag(cpu, FLAG.DF);
  let done: Answer;
  if (reps > 1n)
    done = yield { kind: 'rep_ins', destination, port, bytes, reps: clip(reps), backwards };
  if (done === undefined) {
    const value = (yield { kind: 'port_in', port, bytes })!;
    yield { kind: 'write', gla: destination, bytes, value };
    done = 1n;
  }
  advance(cpu, instruction, GPR.rdi, done);
  countDown(cpu, instruction, done);
  return undefined;
};

export const outputString: Semantics = function* (cpu, instruction) {
  const { bytes } = instruction;
  const reps = repetitions(cpu, instruction);
  if (reps === 0n) return undefined;
  const port = Number(readGpr(cpu, GPR.rdx, 2));
  yield { kind: 'port_intercept', port, bytes, input: false };
  const source = yield* indexed(cpu, instruction, GPR.rsi);
  const backwards = flag(cpu, FLAG.DF);
  let done: Answer;
  if (reps > 1n)
    done = yield { kind: 'rep_outs', source, port, bytes, reps: clip(reps), backwards };
  if (done === undefined) {
    const value = (yield { kind: 'read', gla: source, bytes, forUpdate: false })!;
    yield { kind: 'port_out', port, bytes, value };
    done = 1n;
  }
  advance(cpu, instruction, GPR.rsi, done);
  countDown(cpu, instruction, done);
  return undefined;
};

function* portOf(cpu: CpuState, instruction: DecodedInstruction, index: number): Execution<number> {
  return Number(yield* load(cpu, instruction, operand(instruction, index), 2));
}
