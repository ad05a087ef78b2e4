/** Which of a hypercall's arguments and answers go into the journal, and where: made once for each form. */

import { RECORD_NUMBERS } from '../../hypervisor/index.js';
import type { HypercallForm } from './hypercall-form.js';
import type { Fields } from '../wire/struct.js';
import type { AnyWord } from '../wire/word.js';
import { opOf } from './op-names.js';

/** Where the numbers of a call are in its record. */
export const ARGUMENTS_AT = 3;
export const TOLD_AT = RECORD_NUMBERS - 2;

/** Fields that say how many gfns a call is about. */
const COUNTS = ['nr', 'size'];

/** A number of the request or of the answer. */
export interface CallField {
  /** On the wire. */
  readonly said: string;
  /** In the definition. */
  readonly field: string;
  readonly word: AnyWord;
  /** It has 64 bits, and takes two places: its low half and its high half. */
  readonly isWide: boolean;
}

export interface CallRecipe {
  readonly op: number;
  readonly args: readonly CallField[];
  /** The first of what it answers. */
  readonly told: CallField | undefined;
  /** The fields that say which gfns it is about. */
  readonly gfn: string | undefined;
  readonly nr: string | undefined;
}

const RECIPES = new Map<HypercallForm, CallRecipe>();

export function recipeOf(form: HypercallForm): CallRecipe {
  const known = RECIPES.get(form);
  if (known !== undefined) return known;
  const recipe = made(form);
  RECIPES.set(form, recipe);
  return recipe;
}

function made(form: HypercallForm): CallRecipe {
  const { via, call } = form;
  const fields: Fields = { ...call.request.fields, ...call[via]?.words };
  const gfn = Object.keys(fields).find((field) => fields[field]?.isGfn);
  return {
    op: opOf(form),
    args: fitting(numbersAmong(fields, call[via]?.request)),
    told: numbersAmong(call.response.fields, call[via]?.response)[0],
    gfn,
    nr: gfn && COUNTS.find((field) => fields[field] !== undefined),
  };
}

type Names = Readonly<Record<string, string>> | undefined;

function numbersAmong(fields: Fields, names: Names): CallField[] {
  const said = names ?? Object.fromEntries(Object.keys(fields).map((field) => [field, field]));
  return Object.entries(said).flatMap(([said, field]) => {
    const word = fields[field];
    if (word?.c === undefined || word.isPad || word.schema['type'] === 'array') return [];
    return [{ said, field, word, isWide: typeof word.decode(0) === 'bigint' }];
  });
}

/** As many as there are places for. */
function fitting(fields: readonly CallField[]): CallField[] {
  const chosen: CallField[] = [];
  let places = TOLD_AT - ARGUMENTS_AT;
  for (const field of fields) {
    places -= field.isWide ? 2 : 1;
    if (places >= 0) chosen.push(field);
  }
  return chosen;
}
