/**
 * Where an HVMOP that has stopped goes on: up to 4.8 in the bits of its number above the low 8, the struct being as it was.
 *
 * Reference: xen/arch/x86/hvm/hvm.c of 4.8, do_hvm_op(), HVMOP_op_mask. Of map_mem_type_to_ioreq_server, which was an
 * HVMOP in the v6 series alone, that is recollected.
 */

import type { Answer } from './teller.js';

export interface Progress {
  /** The request that goes on, from the one in the struct. */
  resume(request: Answer, done: number): Answer;
  /** How far it is: what `resume` takes. */
  done(request: Answer, rest: Answer): number;
}

const OP_BITS = 8;

/** So many pages of a run are done. */
export const PAGES_DONE: Progress = {
  resume: (request, done) => ({
    ...request,
    first_pfn: Number(request['first_pfn']) + done,
    nr: Number(request['nr']) - done,
  }),
  done: (request, rest) => Number(request['nr']) - Number(rest['nr']),
};

/** Every gfn below has been swept. */
export const SWEPT_TO: Progress = {
  resume: (request, done) => ({ ...request, opaque: done }),
  done: (_, rest) => Number(rest['opaque']),
};

/** The operation that a number names, and how far it is; `isKnown`: which of them keep that in their number. */
export function splitNumber(
  number: number,
  keepsProgress: (op: number) => boolean,
): { readonly op: number; readonly done: number } {
  const op = number % 2 ** OP_BITS;
  return keepsProgress(op) ? { op, done: number - op } : { op: number, done: 0 };
}
