/** A recorded operation as the core carries it out, and what it answers. */

import { XenError } from '../../hypervisor/abi/errno.js';
import type { RecordedWorld } from './recorded-world.js';
import type { Args } from './recording.js';

/** The return code of an operation, and whatever else the recording has of it. */
export interface Answer {
  readonly rc: number;
  readonly [field: string]: unknown;
}

/** One that has nothing to say, a Xen function without a value, answers 0. */
export type Operation = (world: RecordedWorld, args: Args) => Answer | number | undefined;

/** Carry out an operation; an errno that it throws is its return code. */
export function perform(operation: Operation, world: RecordedWorld, args: Args): Answer {
  try {
    const answer = operation(world, args);
    return typeof answer === 'object' ? answer : { rc: answer ?? 0 };
  } catch (error) {
    return { rc: rcOf(error) };
  }
}

/** What Xen returns for an error of its own; any other is thrown on. */
export function rcOf(error: unknown): number {
  if (error instanceof XenError) return error.rc;
  throw error;
}
