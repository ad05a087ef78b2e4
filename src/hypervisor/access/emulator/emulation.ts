/** How the emulation of an instruction, or of one of its effects, can end. */

import type { Exception } from '../outcome.js';

/** Any of these lets go of the instruction. */
export type Failure =
  /** Once more: when a device model has answered, or from the start. */
  | { readonly failure: 'retry'; readonly why: number }
  /** Xen cannot do it; the guest gets #GP. */
  | { readonly failure: 'unhandleable' }
  | { readonly failure: 'exception'; readonly exception: Exception }
  /** A real host would be gone. */
  | { readonly failure: 'host_panic' };

export const UNHANDLEABLE: Failure = { failure: 'unhandleable' };
export const HOST_PANIC: Failure = { failure: 'host_panic' };

/** Indices into `RETRY_BECAUSE` of `trace-steps.ts`. */
export const RETRY = {
  p2mChanged: 0,
  nullOwner: 1,
  moreToDo: 2,
  gaveUp: 3,
  shuttingDown: 4,
  awaitingAnswer: 5,
} as const;

export const retry = (why: number): Failure => ({ failure: 'retry', why });

export const isFailure = (result: unknown): result is Failure =>
  typeof result === 'object' && result !== null && 'failure' in result;
