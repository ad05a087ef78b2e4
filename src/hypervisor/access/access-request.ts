/** What can be asked of a guest: one instruction in short hand, or machine code. */

import type { Domain } from '../domain.js';
import type { CpuState } from './cpu-state.js';
import type { DecodedInstruction } from './instructions/instruction.js';

export const ACCESS_KINDS = [
  'read',
  'write',
  'rmw',
  'exec',
  'in',
  'out',
  'ins',
  'outs',
  'rep_ins',
  'rep_outs',
  'movs',
  'stos',
  'rep_movs',
  'rep_stos',
  'insn',
] as const;

export type AccessKind = (typeof ACCESS_KINDS)[number];

/** What a short-hand read-modify-write does with the value that it finds and `data`. */
export const RMW_OPERATIONS = [
  'add',
  'or',
  'adc',
  'sbb',
  'and',
  'sub',
  'xor',
  'inc',
  'dec',
  'neg',
  'not',
  'xchg',
  'xadd',
  'cmpxchg',
  'bts',
  'btr',
  'btc',
] as const;

export type RmwOperation = (typeof RMW_OPERATIONS)[number];

export interface AccessRequest {
  readonly vcpu: number;
  readonly kind: AccessKind;
  /** The memory operand; the destination of a string copy. */
  readonly gpa?: number | undefined;
  /** The source of a string copy. */
  readonly source?: number | undefined;
  readonly port?: number | undefined;
  readonly size?: number | undefined;
  readonly data?: bigint | undefined;
  readonly op?: RmwOperation | undefined;
  /** Elements of a repeated access, and whether it runs downwards. */
  readonly count?: number | undefined;
  readonly df?: boolean | undefined;
  /** The linear address behind `gpa`; `null`: hardware reports none. Default: the gpa itself. */
  readonly gla?: number | null | undefined;
  /** Of `insn`: machine code, which counts as lying at `cpu.rip`, and what executes it. */
  readonly code?: Uint8Array | undefined;
  readonly cpu?: CpuState | undefined;
  readonly decode?: DecodeInstruction | undefined;
  /** Answers the hypercalls that the guest makes; without it each is ENOSYS. */
  readonly hypercall?: GuestHypercall | undefined;
}

/** A hypercall as the guest's registers and memory have it. */
export interface GuestCall {
  readonly number: number;
  readonly args: readonly bigint[];
  /** Copy from the guest's memory; `undefined` where Xen could not: EFAULT. */
  read(address: bigint, length: number): Uint8Array | undefined;
  /** Copy to the guest's memory; false where Xen could not: EFAULT. */
  write(address: bigint, bytes: Uint8Array): boolean;
}

/** What the guest finds in RAX: a result, or a negative errno. */
export type GuestHypercall = (domain: Domain, call: GuestCall) => number | bigint;

/** Machine code to one instruction: handed in, because a decoder is no part of the machine. */
export type DecodeInstruction = (
  code: Uint8Array,
  rip: bigint,
) => DecodedInstruction | 'incomplete' | 'invalid' | 'unsupported';
