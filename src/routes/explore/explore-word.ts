/** An exploration as JSON says it: a world, actors, what must hold; and the outcomes that there are. */

import { INVARIANT_NAMES, P2MT, STEP_POINTS, type P2mTypeName } from '../../hypervisor/index.js';
import { accessBody } from '../guest/access-word.js';
import { domainBody } from '../domains/domain-word.js';
import { array, bool, integer, name, record, text } from '../wire/json-words.js';
import { struct, type StructValue } from '../wire/struct.js';
import { gfn, u16, u64 } from '../wire/wire.js';
import { nullable, optional, verbatim, type Word } from '../wire/word.js';

/** Three actors and their first steps are as many interleavings as people can think of. */
const MOST_ACTORS = 8;
const MOST_STEPS = 64;
const MOST_SCHEDULES = 100_000_000;
const USUAL_MOST_SCHEDULES = 1_000_000;

const json = (description: string) =>
  verbatim<Readonly<Record<string, unknown>>>({
    type: 'object',
    description,
    additionalProperties: true,
  });

const answerOf = struct({
  server: u16('Whose next request is waited for and answered.'),
  answer: optional(name(['next'], 'The request that has waited longest.'), 'next'),
  data: optional(u64('What a read gives.')),
});

const anyStep = struct({
  op: optional(text('A hypercall: its interface and name, as in its path.')),
  args: optional(json('The body of that hypercall.')),
  caller: optional(u16('Domid of who issues it; dom0 if not said.')),
  guest: optional(accessBody),
  dm: optional(answerOf),
  may_fail: optional(
    bool('Of a set-up step: go on if it is refused, or does not come to its end.'),
    false,
  ),
});

export type StepBody = StructValue<typeof anyStep.fields>;

/** One of the three, and only that one. */
const step: Word<StepBody> = {
  ...anyStep,
  schema: {
    ...anyStep.schema,
    description:
      'A hypercall (`op`), a guest access (`guest`) or an answer of a device model (`dm`).',
    oneOf: ['op', 'guest', 'dm'].map((field) => ({ required: [field] })),
  },
};

const steps = array(step, 'What it does, one after the other.');

const condition = struct({
  name: text('By which `violated` names it.'),
  state: optional(json('What the final state has to be, as far as it is said here.')),
  never: optional(json('What it must not be, all of it together.')),
});

export type ConditionBody = StructValue<typeof condition.fields>;

const invariant: Word<string | ConditionBody> = {
  schema: { anyOf: [{ type: 'string', enum: INVARIANT_NAMES }, condition.schema] },
  answer: { anyOf: [{ type: 'string' }, condition.answer] },
  decode: (wire) => (typeof wire === 'string' ? wire : condition.decode(wire)),
  encode: (value) => (typeof value === 'string' ? value : condition.encode(value)),
};

const exploredDomain = struct({
  ...domainBody.fields,
  special_pages: optional(
    bool('As in `POST /domains`; if not said, pages for ioreq servers lie right above RAM.'),
  ),
});

const worldFields = {
  domain: optional(exploredDomain, exploredDomain.decode({})),
  profile: domainBody.fields.profile,
  knobs: domainBody.fields.knobs,
  setup: optional({ ...steps, schema: { ...steps.schema, maxItems: MOST_STEPS } }, []),
  actors: record(
    { ...steps, schema: { ...steps.schema, minItems: 1, maxItems: MOST_STEPS } },
    'By name.',
    {
      minProperties: 1,
      maxProperties: MOST_ACTORS,
    },
  ),
  invariants: optional(array(invariant, 'What must hold whatever the schedule.'), []),
  observe: optional(
    struct({
      types: optional(array(gfn('A page.'), 'Pages whose types are part of an outcome.'), []),
    }),
  ),
};

export const exploreBody = struct({
  ...worldFields,
  max_schedules: optional(
    integer(
      1,
      MOST_SCHEDULES,
      'After how many to stop, with those that are given up because what is left of them is known.',
    ),
    USUAL_MOST_SCHEDULES,
  ),
});

const scheduled = struct({
  actor: text('Who moves.'),
  point: optional(name(STEP_POINTS, 'From where.')),
});

export const replayBody = struct({
  ...worldFields,
  schedule: array(scheduled, 'Who moves when: the witness of an outcome.'),
});

export type WorldBody = Omit<StructValue<typeof replayBody.fields>, 'schedule'>;

const TYPE_NAMES = Object.keys(P2MT) as P2mTypeName[];

const state = struct({
  entry_count: integer(0, 2 ** 40, 'Entries of type `ioreq_server`, as Xen counts them.'),
  owner: nullable(u16('The server that owns the type.')),
  types: record(name(TYPE_NAMES, 'Its type.'), 'By page, those that were to be observed.'),
  shutdown: optional(text('Why the domain has stopped.')),
});

export type StateBody = StructValue<typeof state.fields>;
export const encodeState = (value: StateBody) => state.encode(value);

const results = verbatim<Readonly<Record<string, readonly unknown[]>>>({
  type: 'object',
  description: 'By actor, what came of each of its steps; the last may not have come to its end.',
  additionalProperties: {
    type: 'array',
    items: {
      type: 'object',
      description: 'What it became: the answer of a hypercall, or how a guest access ended.',
      additionalProperties: true,
    },
  },
});

const violated = array(text('Its name.'), 'The invariants that did not hold.');
const move = struct({
  actor: text('Who moved.'),
  point: name(STEP_POINTS, 'From where; how the first move of a step is called tells what it is.'),
});

const encodedState = verbatim<unknown>(state.answer);

export const outcome = struct({
  results,
  state: encodedState,
  violated,
  count: integer(1, Number.MAX_SAFE_INTEGER, 'How many of the schedules that were run led to it.'),
  witness: array(move, 'One schedule that leads to it.'),
});

export const exploreAnswer = struct({
  schedules: integer(
    0,
    Number.MAX_SAFE_INTEGER,
    'How many were run; not those that could not differ.',
  ),
  truncated: bool('There were more than were to be run.'),
  outcomes: array(outcome, 'Every distinct one.'),
});

export const replayAnswer = struct({
  moves: array(
    struct({
      actor: text('Who moved.'),
      point: name(STEP_POINTS, 'From where.'),
      trace: array(json('A step of its guest access.'), 'What its guest access did.'),
      state: optional(encodedState),
    }),
    'In order.',
  ),
  results,
  state: encodedState,
  violated,
});
