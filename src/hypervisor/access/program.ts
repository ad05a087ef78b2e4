/**
 * What the guest executes: one instruction built by hand, or a stretch of machine code that the
 * request brought along. Machine code that leaves its stretch goes on in guest memory.
 */

import type { CpuState } from './cpu-state.js';
import type { DecodeInstruction } from './access-request.js';
import type { DecodedInstruction } from './instructions/instruction.js';
import { UnsupportedInstruction } from './unsupported-instruction.js';

/** Longest instruction of the architecture. */
export const MAX_INSTRUCTION_BYTES = 15;

export interface Program {
  /** Nothing is left to execute. */
  isDone(cpu: CpuState): boolean;
  /** The instruction at RIP; `undefined`: what is in guest memory there. */
  next(cpu: CpuState): DecodedInstruction | undefined;
  /** An instruction from guest memory. */
  readonly decode: DecodeInstruction | undefined;
}

/** A single instruction, executed until its repetitions are over. */
export function singleInstruction(only: DecodedInstruction): Program {
  const end = BigInt(only.length);
  return {
    isDone: ({ rip }) => rip === end,
    next: () => only,
    decode: undefined,
  };
}

/**
 * Machine code that counts as lying at `start`, whatever guest memory holds there. All of it is
 * decoded before the first instruction is executed: what cannot be executed changes nothing.
 */
export function machineCode(code: Uint8Array, start: bigint, decode: DecodeInstruction): Program {
  const instructions = new Map<bigint, DecodedInstruction>();
  let end = start;
  for (let at = 0; at < code.length; end = start + BigInt(at)) {
    const bytes = code.subarray(at, at + MAX_INSTRUCTION_BYTES);
    const instruction = decode(bytes, end);
    if (typeof instruction === 'string') throw new UnsupportedInstruction(instruction, bytes);
    instructions.set(end, instruction);
    at += instruction.length;
  }
  return {
    isDone: ({ rip }) => rip === end,
    next: ({ rip }) => instructions.get(rip),
    decode,
  };
}
