/** A hypercall that has come to its end, for the journal: what follows from it has been written down before. */

import { ERRNO, KIND, NOBODY, NOWHERE, XenError, type Journal } from '../../hypervisor/index.js';
import type { HypercallForm } from '../forms/hypercall-form.js';
import type { InterfaceName } from '../definition/interfaces.js';
import type { Answer } from '../definition/teller.js';
import {
  ARGUMENTS_AT,
  TOLD_AT,
  recipeOf,
  type CallField,
  type CallRecipe,
} from '../forms/call-recipe.js';
import { unknownOpOf } from '../forms/op-names.js';

const DOM0 = 0;
/** Of a call that a real host would not have survived. */
const NO_RC = Number.NaN;

export interface NotedCall {
  readonly caller?: number | undefined;
  readonly domid: number;
}

/** `told` is what it answered, where it did. */
// prettier-ignore
export function noteCall(
  journal: Journal, form: HypercallForm, to: NotedCall, request: Answer, rc: number, told?: Answer,
): void {
  const recipe = recipeOf(form);
  const gfn = recipe.gfn === undefined ? NOWHERE : (request[recipe.gfn] as number);
  const at = journal.begin(KIND.hypercall, to.domid, NOBODY, gfn, countOf(recipe, request));
  const { numbers } = journal;
  numbers[at] = recipe.op;
  numbers[at + 1] = to.caller ?? (form.call.callers === 'self' ? to.domid : DOM0);
  numbers[at + 2] = rc;
  let place = at + ARGUMENTS_AT;
  for (const field of recipe.args) place = put(numbers, place, field, request[field.field]);
  while (place < at + TOLD_AT) numbers[place++] = Number.NaN;
  if (recipe.told !== undefined)
    put(numbers, at + TOLD_AT, recipe.told, told?.[recipe.told.field]);
}

/** It was refused. */
// prettier-ignore
export function noteRefusal(
  journal: Journal, form: HypercallForm, to: NotedCall, request: Answer, error: unknown,
): void {
  noteCall(journal, form, to, request, rcOf(error));
}

/** Looks for what a call calls; what is refused before that is found was a call too. */
export function notingUnknown<T>(
  journal: Journal | undefined,
  via: InterfaceName,
  to: NotedCall,
  find: () => T,
): T {
  try {
    return find();
  } catch (error) {
    noteUnknown(journal, via, to, error);
    throw error;
  }
}

/** A call was refused, and what it called is not known. */
export function noteUnknown(
  journal: Journal | undefined,
  via: InterfaceName,
  { domid, caller = DOM0 }: NotedCall,
  error: unknown,
): void {
  const op = unknownOpOf(via);
  journal?.record(KIND.hypercall, domid, NOBODY, NOWHERE, 0, op, caller, rcOf(error));
}

/** It gave way, and was told so to its caller. */
export const RESTARTED = -ERRNO.ERESTART;

const rcOf = (error: unknown): number => (error instanceof XenError ? error.rc : NO_RC);

/** How many gfns it is about. */
function countOf({ gfn, nr }: CallRecipe, request: Answer): number {
  if (gfn === undefined) return 0;
  const count = nr === undefined ? 1 : request[nr];
  return typeof count === 'number' ? count : 1;
}

/** Gives the place behind it. */
function put(numbers: Float64Array, at: number, { isWide }: CallField, value: unknown): number {
  if (!isWide) {
    numbers[at] = typeof value === 'number' ? value : Number.NaN;
    return at + 1;
  }
  const isThere = typeof value === 'bigint';
  numbers[at] = isThere ? Number(value & 0xffff_ffffn) : Number.NaN;
  numbers[at + 1] = isThere ? Number((value >> 32n) & 0xffff_ffffn) : Number.NaN;
  return at + 2;
}
