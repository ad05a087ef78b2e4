/** A record as people read it. */

import {
  JOURNAL_KINDS,
  NOBODY,
  type Journal,
  type JournalKind,
  type JournalRecord,
} from '../../hypervisor/index.js';
import { integer, name, text } from '../wire/json-words.js';
import { gfn, u16, u64 } from '../wire/wire.js';
import type { AnyWord, JsonSchema } from '../wire/word.js';
import { CALL_WORDS, callFieldsOf, opNameOf } from '../forms/call-fields.js';
import { KIND_FIELDS, gfnOf, type KindFields } from './kind-fields.js';
import { tracerNames } from './tracer-names.js';

export type Entry = Readonly<Record<string, unknown>> & {
  readonly seq: number;
  readonly kind: JournalKind;
};

export const SEQ = integer(1, Number.MAX_SAFE_INTEGER, 'Counts what happens on the host from 1.');

/** What entries of every kind can have. */
const COMMON_WORDS = {
  seq: SEQ,
  time: u64('Nanoseconds of the virtual clock.'),
  domid: u16('The domain.'),
  vcpu: u16('The vcpu.'),
  gfn: gfn('The first page that it is about.'),
  nr: integer(0, Number.MAX_SAFE_INTEGER, 'How many pages it is about.'),
  request: text('The request on whose account it happened, as `x-request-id` has it.'),
  xentrace: text('What xentrace calls it.'),
  qemu: text("What QEMU's tracing calls it."),
} as const;

const REQUIRED = ['seq', 'time', 'kind'];

const wordsOf = (kind: JournalKind): Readonly<Record<string, AnyWord>> => {
  const fields: KindFields = KIND_FIELDS[kind];
  const own = Object.entries(fields).map(([field, { word }]) => [field, word] as const);
  const op = kind === 'fault' && { op: CALL_WORDS.op };
  return { ...Object.fromEntries(own), ...op, ...(kind === 'hypercall' && CALL_WORDS) };
};

/** Every field that an entry of some kind can have. */
export const FIELDS_OF: ReadonlyMap<JournalKind, ReadonlySet<string>> = new Map(
  JOURNAL_KINDS.map((kind) => [
    kind,
    new Set(['kind', ...Object.keys(COMMON_WORDS), ...Object.keys(wordsOf(kind))]),
  ]),
);

export const ENTRY_SCHEMA: JsonSchema = {
  description: 'Something that happened: which fields it has is a matter of its `kind`.',
  anyOf: JOURNAL_KINDS.map((kind) => ({
    type: 'object',
    title: kind,
    properties: {
      kind: name([kind], 'What happened.').answer,
      ...answersOf(COMMON_WORDS),
      ...answersOf(wordsOf(kind)),
    },
    required: REQUIRED,
    additionalProperties: false,
  })),
};

/** Undefined where it is not there any more, or not yet. */
export function entryAt(journal: Journal, seq: number): Entry | undefined {
  const record = journal.at(seq);
  return record && entryOf(journal, record);
}

function entryOf(journal: Journal, record: JournalRecord): Entry {
  const { seq, time, domid, vcpu, request } = record;
  const kind = JOURNAL_KINDS[record.kind] ?? 'monitor';
  const shown = {
    ...(kind === 'fault' && { op: opNameOf(record.numbers[0] ?? 0) }),
    ...(kind === 'hypercall' && callFieldsOf(record)),
    ...fieldsOf(KIND_FIELDS[kind], record, journal),
  };
  return {
    seq,
    time: COMMON_WORDS.time.encode(time),
    kind,
    ...(domid !== NOBODY && { domid }),
    ...(vcpu !== NOBODY && { vcpu }),
    ...gfnOf(record),
    ...shown,
    ...tracerNames(kind, shown),
    ...(request !== undefined && { request }),
  };
}

function fieldsOf(fields: KindFields, record: JournalRecord, journal: Journal) {
  const shown: Record<string, unknown> = {};
  for (const [field, { word, of }] of Object.entries(fields)) {
    const value = of(record, journal);
    if (value !== undefined) shown[field] = word.encode(value);
  }
  return shown;
}

function answersOf(words: Readonly<Record<string, AnyWord>>) {
  return Object.fromEntries(Object.entries(words).map(([field, { answer }]) => [field, answer]));
}
