/**
 * What an instruction asks of the machine around it, one thing at a time.
 *
 * The meaning of an instruction is a generator of effects. Two parties run it: the processor
 * (`processor.ts`), which translates every operand through the EPT and stops at the first one that
 * exits, and Xen's emulator (`emulator/`), which goes to guest RAM, to an internal device or to a
 * device model. A party that cannot answer an effect lets go of the generator; the instruction is
 * executed from its start another time, by another party or with the answers that have come since.
 */

import type { CpuState } from '../cpu-state.js';
import type { Exception } from '../outcome.js';
import type { DecodedInstruction } from './instruction.js';

/** A linear address: canonical ones are below 2^47 in magnitude, so that a double holds them. */
export type Gla = number;

/** Consecutive elements of a string instruction that may be done at once. */
interface Repetition {
  readonly bytes: number;
  readonly reps: number;
  readonly backwards: boolean;
}

export type Effect =
  /** Answer: the value. `forUpdate`: a write to the same place will follow. */
  | {
      readonly kind: 'read';
      readonly gla: Gla;
      readonly bytes: number;
      readonly forUpdate: boolean;
    }
  /** Answer: the bytes there, which are taken for machine code. */
  | { readonly kind: 'fetch'; readonly gla: Gla; readonly bytes: number }
  | { readonly kind: 'write'; readonly gla: Gla; readonly bytes: number; readonly value: bigint }
  /** Answer: the value before, or `undefined` if the place takes no writes and nothing was done. */
  | {
      readonly kind: 'update';
      readonly gla: Gla;
      readonly bytes: number;
      readonly modify: (old: bigint) => bigint;
    }
  /** Store `replacement` where `expected` is. Answer: `undefined` if stored, else what is there. */
  | {
      readonly kind: 'compare_exchange';
      readonly gla: Gla;
      readonly bytes: number;
      readonly expected: bigint;
      readonly replacement: bigint;
    }
  /** A state image of hundreds of bytes, which must lie in memory. */
  | { readonly kind: 'write_image'; readonly gla: Gla; readonly image: Uint8Array }
  /** A hint or a cache operation: nothing is read or written. */
  | { readonly kind: 'touch'; readonly gla: Gla }
  /** The port is about to be used: the processor asks before it looks at any memory operand. */
  | {
      readonly kind: 'port_intercept';
      readonly port: number;
      readonly bytes: number;
      readonly input: boolean;
    }
  | { readonly kind: 'port_in'; readonly port: number; readonly bytes: number }
  | {
      readonly kind: 'port_out';
      readonly port: number;
      readonly bytes: number;
      readonly value: bigint;
    }
  /** Answer of these four: how many elements were done, or `undefined`: go one by one. */
  | ({ readonly kind: 'rep_movs'; readonly source: Gla; readonly destination: Gla } & Repetition)
  | ({ readonly kind: 'rep_stos'; readonly destination: Gla; readonly value: bigint } & Repetition)
  | ({ readonly kind: 'rep_ins'; readonly destination: Gla; readonly port: number } & Repetition)
  | ({ readonly kind: 'rep_outs'; readonly source: Gla; readonly port: number } & Repetition)
  | { readonly kind: 'hypercall' }
  | { readonly kind: 'halt' }
  /** Never answered. */
  | { readonly kind: 'raise'; readonly exception: Exception };

export type Answer = bigint | undefined;

/** Returns what the instruction read of its memory operand, for callers who want just that. */
export type Execution<T = Answer> = Generator<Effect, T, Answer>;

/** What an operation does; registers are changed in the copy that is handed in. */
export type Semantics = (cpu: CpuState, instruction: DecodedInstruction) => Execution;
