/** What is expected of the journal, from the form that it is typed into to what POST /journal/verify takes. */

import type { operations } from '../../../../src/client/api.js';
import type { SaidFields } from './said-fields.js';

type Body = operations['verifyJournal']['requestBody']['content']['application/json'];
type Expected = Body['expect'][number];
type Pattern = NonNullable<Expected['match']>;

export const HOWS = {
  at_least: 'at least',
  exactly: 'exactly',
  at_most: 'at most',
  never: 'never',
  order: 'one after the other',
} as const;
export type How = keyof typeof HOWS;

export interface Expectation {
  readonly how: How;
  readonly count: number;
  /** One, or for an order as many as there are. */
  readonly patterns: readonly SaidFields[];
}

/** What `fields` is made of; a value may have blanks in it. */
const BETWEEN_FIELDS = /\s+(?=\w+=)/;

export const isCounted = (how: How): boolean => how !== 'never' && how !== 'order';

export const bodyOf = (after: number, expectations: readonly Expectation[]): Body => ({
  ...(after > 0 && { after }),
  expect: expectations.map(expectedOf),
});

function expectedOf({ how, count, patterns }: Expectation): Expected {
  if (how === 'order') return { order: patterns.map(patternOf) };
  return { match: patternOf(patterns[0] ?? {}), [how]: how === 'never' ? true : count };
}

function patternOf({ kind, op, gfn, fields, ...numbers }: SaidFields): Pattern {
  const given = Object.entries(numbers).filter(([, value]) => value !== '');
  return {
    ...(kind && { kind: kind as NonNullable<Pattern['kind']> }),
    ...(op && { op }),
    ...Object.fromEntries(given.map(([name, value]) => [name, Number(value)])),
    ...(gfn && { gfn }),
    ...(fields && { fields: Object.fromEntries(fields.trim().split(BETWEEN_FIELDS).map(fieldOf)) }),
  };
}

function fieldOf(text: string): [string, unknown] {
  const [name = '', ...rest] = text.split('=');
  const value = rest.join('=').trim();
  return [name.trim(), value === 'true' || value === 'false' ? value === 'true' : value];
}
