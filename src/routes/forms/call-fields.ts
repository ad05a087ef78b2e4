/** What a hypercall's record says: which it was, what it was given, and what became of it. */

import { ERRNO, type Errno, type JournalRecord } from '../../hypervisor/index.js';
import type { HypercallForm } from './hypercall-form.js';
import { HYPERCALL_FORMS } from './hypercall-forms.js';
import { integer, text } from '../wire/json-words.js';
import { u16 } from '../wire/wire.js';
import { verbatim } from '../wire/word.js';
import { ARGUMENTS_AT, TOLD_AT, recipeOf, type CallField } from './call-recipe.js';
import { OURS, UNKNOWN_NAMES, isOurs, labelOf, opOf } from './op-names.js';

const FORMS: ReadonlyMap<number, HypercallForm> = new Map(
  Object.values(HYPERCALL_FORMS)
    .flat()
    .map((form) => [opOf(form), form]),
);

const OUR_NAMES = new Map(Object.entries(OURS).map(([name, number]) => [number as number, name]));
const ERRNO_NAMES = new Map(
  (Object.entries(ERRNO) as [Errno, number][]).map(([errno, number]) => [-number, errno]),
);

const numbers = (description: string) =>
  verbatim<object>({ type: 'object', description, additionalProperties: true });

export const CALL_WORDS = {
  op: text('The operation, as multicall names it.'),
  caller: u16('The domain that issued it.'),
  rc: integer(
    -(2 ** 31),
    2 ** 31,
    'What it returned; without it, a real host would have panicked.',
  ),
  errno: text('The name of a negative `rc`.'),
  args: numbers('The numbers that it was given, by their names on the wire, up to six.'),
  told: numbers('The first number that it answered.'),
} as const;

/** The numbers of what a name stands for: one operation, or with `*` all of an interface. */
export const opsNamed = (op: string): ReadonlySet<number> =>
  new Set([
    ...[...FORMS].filter(([, form]) => isNamed(op, form)).map(([number]) => number),
    ...[...UNKNOWN_NAMES].filter(([, name]) => isWithin(op, name)).map(([number]) => number),
    ...(isOurs(op) ? [OURS[op]] : []),
  ]);

/** The name that records have for it, where it is an alias. */
export function canonicalOp(op: string): string {
  const [number] = op.endsWith('/*') ? [] : opsNamed(op);
  return number === undefined ? op : (opNameOf(number) ?? op);
}

export const opNameOf = (op: number): string | undefined => {
  const form = FORMS.get(op);
  return form === undefined ? (OUR_NAMES.get(op) ?? UNKNOWN_NAMES.get(op)) : labelOf(form);
};

export function callFieldsOf({ numbers }: JournalRecord): Readonly<Record<string, unknown>> {
  const [op = 0, caller, rc = Number.NaN] = numbers;
  const result = {
    op: opNameOf(op),
    caller,
    ...(!Number.isNaN(rc) && { rc }),
    ...(rc < 0 && { errno: ERRNO_NAMES.get(rc) }),
  };
  const form = FORMS.get(op);
  if (form === undefined) return result;
  const { args, told } = recipeOf(form);
  const answer = told && shown(numbers, TOLD_AT, [told]);
  return {
    ...result,
    args: shown(numbers, ARGUMENTS_AT, args),
    ...(answer !== undefined && Object.keys(answer).length > 0 && { told: answer }),
  };
}

function shown(from: readonly number[], first: number, fields: readonly CallField[]) {
  const values: Record<string, unknown> = {};
  let at = first;
  for (const { said, word, isWide } of fields) {
    const low = from[at] ?? Number.NaN;
    if (!Number.isNaN(low)) values[said] = word.encode(isWide ? wide(low, from[at + 1]) : low);
    at += isWide ? 2 : 1;
  }
  return values;
}

const wide = (low: number, high = 0): bigint => (BigInt(high) << 32n) | BigInt(low);

const isNamed = (op: string, { via, call }: HypercallForm): boolean =>
  [call.name, ...(call.aliases ?? [])].some((name) => isWithin(op, `${via}/${name}`));

/** It is that, or stands for all of its interface. */
const isWithin = (op: string, name: string): boolean =>
  op === name || (op.endsWith('/*') && name.startsWith(op.slice(0, -1)));
