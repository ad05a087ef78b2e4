/** What is expected of a journal, as JSON says it, and what it is told. */

import { JOURNAL_KINDS, type JournalKind } from '../../hypervisor/index.js';
import { array, bool, integer, name, text } from '../wire/json-words.js';
import { ProblemError, invalidFields } from '../problems/problem.js';
import { struct, type StructValue } from '../wire/struct.js';
import { gfn, u16 } from '../wire/wire.js';
import { optional, verbatim } from '../wire/word.js';
import { CALL_WORDS, canonicalOp, opsNamed } from '../forms/call-fields.js';
import { ENTRY_SCHEMA, FIELDS_OF, SEQ, type Entry } from './entry.js';
import type { Expectation, Pattern } from './expectation.js';

const MOST_EXPECTATIONS = 100;
const count = (description: string) => optional(integer(0, Number.MAX_SAFE_INTEGER, description));

const fields = verbatim<Readonly<Record<string, unknown>>>({
  type: 'object',
  description:
    'Any other fields of the record; of an object those that are named. A number may be said in any of its forms.',
  additionalProperties: true,
});

const pattern = struct(
  {
    kind: optional(name(JOURNAL_KINDS, 'What sort of record.')),
    op: optional(text('The operation, `dmop/set_mem_type`; `dmop/*` for all of an interface.')),
    domid: optional(u16('About which domain.')),
    vcpu: optional(u16('About which vcpu.')),
    gfn: optional(gfn('A page that is among those that it is about.')),
    rc: optional(CALL_WORDS.rc),
    fields: optional(fields),
  },
  'Which records are meant: all that have these fields.',
);

const expectation = struct({
  match: optional(pattern),
  exactly: count('How often it is there.'),
  at_least: count('How often it is there, or more often.'),
  at_most: count('How often it is there, or less often.'),
  never: optional(bool('It is not there.')),
  order: optional(array(pattern, 'Records that are there one after the other, with any between.')),
});

export const verifyBody = struct({
  after: optional(
    integer(0, Number.MAX_SAFE_INTEGER, 'Only what happened after the record of this number.'),
    0,
  ),
  expect: {
    ...array(expectation, 'All of them have to hold.'),
    schema: {
      ...array(expectation, 'All of them have to hold.').schema,
      maxItems: MOST_EXPECTATIONS,
    },
  },
});

const difference = struct({
  field: text('Which field; with `/` those within it.'),
  expected: verbatim<unknown>({ description: 'What it was to be.' }),
  found: verbatim<unknown>({ description: 'What it is; null where there is none.' }),
});

const verdict = struct({
  passed: bool('It holds.'),
  said: text('What was expected, and what was found.'),
  found: array(SEQ, 'The records that fitted, up to a hundred.'),
  near_misses: array(
    struct({
      entry: verbatim<Entry>(ENTRY_SCHEMA),
      differs: array(difference, 'In what.'),
    }),
    'Where it fails for want of a record: those that come closest, the closest first.',
  ),
});

export const verdictAnswer = struct({
  passed: bool('All of them hold.'),
  results: array(verdict, 'In the order of the expectations.'),
  dropped: integer(
    0,
    Number.MAX_SAFE_INTEGER,
    'How many records since `after` are not kept any more.',
  ),
});

/** A problem names what makes no sense. */
export function expectationsOf(
  said: readonly StructValue<typeof expectation.fields>[],
): Expectation[] {
  const errors = said.flatMap((one, index) =>
    faultsIn(one).map(({ pointer, detail }) => ({ pointer: `/expect/${index}${pointer}`, detail })),
  );
  if (errors.length > 0) throw new ProblemError(invalidFields(errors));
  return said.map(({ match, order, never, ...counts }) =>
    order === undefined
      ? {
          match: canonical(match ?? {}),
          atLeast: counts.exactly ?? counts.at_least ?? 0,
          atMost: never === true ? 0 : (counts.exactly ?? counts.at_most ?? Infinity),
        }
      : { order: order.map(canonical) },
  );
}

/** An alias stands for the operation. */
const canonical = ({ op, ...pattern }: Pattern): Pattern => ({
  ...pattern,
  ...(op !== undefined && { op: canonicalOp(op) }),
});

type Errors = { readonly pointer: string; readonly detail: string }[];

const COUNTS = ['exactly', 'at_least', 'at_most', 'never'] as const;

function faultsIn(one: StructValue<typeof expectation.fields>): Errors {
  const counted = COUNTS.filter((field) => one[field] !== undefined && one[field] !== false);
  if (one.order !== undefined) {
    if (one.order.length === 0) return [{ pointer: '/order', detail: 'is empty' }];
    const surplus = [...counted, ...(one.match === undefined ? [] : ['match'])];
    return [
      ...surplus.map((field) => ({ pointer: `/${field}`, detail: 'does not go with order' })),
      ...one.order.flatMap((match, index) => faultsOfPattern(match, `/order/${index}`)),
    ];
  }
  if (one.match === undefined)
    return [{ pointer: '/match', detail: 'is missing, and so is order' }];
  if (counted.length === 0) return [{ pointer: '', detail: `has none of ${COUNTS.join(', ')}` }];
  const isRange = counted.every((field) => field === 'at_least' || field === 'at_most');
  const alone = isRange ? [] : counted.slice(1);
  return [
    ...alone.map((field) => ({
      pointer: `/${field}`,
      detail: `does not go with ${counted[0] ?? ''}`,
    })),
    ...faultsOfPattern(one.match, '/match'),
  ];
}

function faultsOfPattern({ kind, op, rc, fields = {} }: Pattern, at: string): Errors {
  const kinds: readonly JournalKind[] = kind === undefined ? JOURNAL_KINDS : [kind];
  const isKnown = (field: string) => kinds.some((kind) => FIELDS_OF.get(kind)?.has(field));
  const named = [
    ...Object.keys(fields).map((field) => `fields/${field}`),
    ...(op === undefined ? [] : ['op']),
    ...(rc === undefined ? [] : ['rc']),
  ];
  const of = kind === undefined ? 'any record' : `a record of kind ${kind}`;
  return [
    ...(op !== undefined && opsNamed(op).size === 0
      ? [{ pointer: `${at}/op`, detail: `there is no operation ${op}` }]
      : []),
    ...named
      .filter((path) => !isKnown(path.replace('fields/', '')))
      .map((path) => ({ pointer: `${at}/${path}`, detail: `is no field of ${of}` })),
  ];
}
