/**
 * One guest instruction, decoded. Machine code is decoded by src/x86; the short-hand kinds of
 * access (`read`, `write`, `rep_stos`, …) build theirs by hand (`short-hand.ts`).
 */

import type { Operation } from './operation.js';

export interface MemoryOperand {
  readonly kind: 'memory';
  /** Numbers of general registers; `undefined` where the address has none. */
  readonly base: number | undefined;
  readonly index: number | undefined;
  readonly scale: number;
  /** The constant of the address; of a RIP-relative one, already the sum with the next RIP. */
  readonly displacement: bigint;
}

export type Operand =
  | MemoryOperand
  /** `high`: bits 15 to 8 (AH, CH, DH, BH). */
  | { readonly kind: 'gpr'; readonly register: number; readonly high: boolean }
  | { readonly kind: 'xmm' | 'mm' | 'st'; readonly register: number }
  | { readonly kind: 'immediate'; readonly value: bigint };

export type RepeatPrefix = 'none' | 'repe' | 'repne';

export interface DecodedInstruction {
  readonly operation: Operation;
  /** Bytes of machine code. */
  readonly length: number;
  /** Bytes of the operation, and of its destination. */
  readonly bytes: number;
  /** Bytes of the source where it has another size (movzx, movsx). */
  readonly sourceBytes: number;
  /** Destination first. */
  readonly operands: readonly Operand[];
  /** Bytes of an effective address, and of the count and index registers of string operations. */
  readonly addressBytes: 4 | 8;
  readonly repeat: RepeatPrefix;
  readonly lock: boolean;
  /** The low four bits of the opcode of jcc, setcc and cmovcc. */
  readonly condition: number;
  /** The memory operand has to be aligned to its size (movaps). */
  readonly aligned: boolean;
}

/** An instruction with the usual rest: no prefix, 64-bit addresses. */
export const instruction = (
  fields: Partial<DecodedInstruction> & Pick<DecodedInstruction, 'operation' | 'bytes'>,
): DecodedInstruction => ({
  operation: fields.operation,
  length: fields.length ?? 1,
  bytes: fields.bytes,
  sourceBytes: fields.sourceBytes ?? fields.bytes,
  operands: fields.operands ?? [],
  addressBytes: fields.addressBytes ?? 8,
  repeat: fields.repeat ?? 'none',
  lock: fields.lock ?? false,
  condition: fields.condition ?? 0,
  aligned: fields.aligned ?? false,
});

export const memoryAt = (address: bigint): MemoryOperand => ({
  kind: 'memory',
  base: undefined,
  index: undefined,
  scale: 1,
  displacement: address,
});

export const gpr = (register: number): Operand => ({ kind: 'gpr', register, high: false });
export const immediate = (value: bigint): Operand => ({ kind: 'immediate', value });
