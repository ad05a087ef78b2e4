/** A fault rule as JSON says it. */

import { ERRNO, type Errno, type FaultRule, type FaultSpec } from '../../hypervisor/index.js';
import { formNamed } from '../forms/form-named.js';
import { canonicalOp, opsNamed } from '../forms/call-fields.js';
import { isOurs } from '../forms/op-names.js';
import { integer, name, text } from '../wire/json-words.js';
import { ProblemError, invalidFields } from '../problems/problem.js';
import { struct, type StructValue } from '../wire/struct.js';
import { u16, u32 } from '../wire/wire.js';
import { nullable, optional, verbatim } from '../wire/word.js';
import { canBefall, isOfConnection, isOfRequests } from './strike.js';

const MOST_MS = 600_000;
const ERRNOS = Object.keys(ERRNO).filter((errno) => errno !== 'ERESTART') as Errno[];

const silence = optional(
  nullable(
    integer(
      0,
      MOST_MS,
      'Requests to a device model are not delivered for so long, in milliseconds; null: while the rule is there.',
    ),
  ),
);

const fields = {
  op: text(
    'Which calls: `dmop/set_mem_type`, `dmop/*`, `guest-access`, `exchange`, or `*` for every one.',
  ),
  domid: optional(u16('Only about this domain.')),
  ioservid: optional(u16('Of `exchange`: only about this ioreq server.')),
  errno: optional(name(ERRNOS, 'They are refused with it, if it is one that they can have.')),
  delay_ms: optional(integer(0, MOST_MS, 'They wait so long first, in milliseconds.')),
  after_batches: optional(u32('They give way after so many batches, as if `preempt` said so.')),
  drop: optional(
    name(
      ['before', 'after'],
      'Their connection closes without an answer, before anything is done or after.',
    ),
  ),
  silence_ms: silence,
  probability: optional(
    verbatim<number>({
      type: 'number',
      minimum: 0,
      maximum: 1,
      description: 'Of each time that it could strike.',
    }),
    1,
  ),
  count: optional(integer(1, Number.MAX_SAFE_INTEGER, 'How often it strikes at most.')),
  skip: optional(integer(0, Number.MAX_SAFE_INTEGER, 'How many calls it lets pass first.'), 0),
  seed: optional(u32('Of its chance: the same calls fare the same.'), 1),
} as const;

export const faultBody = struct(fields);

export const faultAnswer = struct({
  id: integer(1, Number.MAX_SAFE_INTEGER, 'Of the rule.'),
  ...fields,
  met: integer(0, Number.MAX_SAFE_INTEGER, 'How many calls it was about.'),
  fired: integer(0, Number.MAX_SAFE_INTEGER, 'How often it has struck.'),
});

type FaultBody = StructValue<typeof fields>;

/** A problem names what makes no sense. */
export function faultSpecOf(body: FaultBody): FaultSpec {
  const { op, domid, ioservid, probability, count, skip, seed } = body;
  const { errno, delay_ms: delayMs, after_batches: afterBatches, drop, silence_ms } = body;
  const silenceMs = silence_ms === null ? Infinity : silence_ms;
  const effect = { errno, delayMs, afterBatches, drop, silenceMs };
  const errors = faultsIn(body, effect);
  if (errors.length > 0) throw new ProblemError(invalidFields(errors));
  return { op: canonicalOp(op), domid, ioservid, effect, probability, count, skip, seed };
}

export function describeFault({ id, spec, met, fired }: FaultRule) {
  const { errno, delayMs, afterBatches, drop, silenceMs } = spec.effect;
  return faultAnswer.encode({
    id,
    op: spec.op,
    domid: spec.domid,
    ioservid: spec.ioservid,
    errno,
    delay_ms: delayMs,
    after_batches: afterBatches,
    drop,
    silence_ms: silenceMs === Infinity ? null : silenceMs,
    probability: spec.probability,
    count: spec.count,
    skip: spec.skip,
    seed: spec.seed,
    met,
    fired,
  });
}

/** Effects of which a rule has one; a delay goes with any. */
const MAIN = ['errno', 'after_batches', 'drop', 'silence_ms'] as const;

function faultsIn(body: FaultBody, effect: FaultSpec['effect']) {
  const { op, errno, delay_ms, ioservid } = body;
  const [main, ...others] = MAIN.filter((field) => body[field] !== undefined);
  if (main === undefined && delay_ms === undefined)
    return [{ pointer: '', detail: `has none of ${MAIN.join(', ')}, delay_ms` }];
  const surplus = others.map((field) => ({
    pointer: `/${field}`,
    detail: `does not go with ${main ?? ''}`,
  }));
  if (!isKnown(op)) return [...surplus, { pointer: '/op', detail: `there is no operation ${op}` }];
  if (ioservid !== undefined && op !== 'exchange')
    surplus.push({ pointer: '/ioservid', detail: `${op} is about no ioreq server` });
  if (main === undefined || canHave(op, effect)) return surplus;
  const form = formNamed(op);
  const can =
    main === 'errno' && form ? `: it can have ${Object.keys(form.errnos).join(', ')}` : '';
  return [...surplus, { pointer: `/${main}`, detail: `${op} cannot have ${errno ?? main}${can}` }];
}

const isKnown = (op: string): boolean =>
  op === '*' ||
  isOurs(op) ||
  formNamed(op) !== undefined ||
  (op.endsWith('/*') && opsNamed(op).size > 0);

/** Of what names many, some may. */
function canHave(op: string, effect: FaultSpec['effect']): boolean {
  const ofOurs = { 'guest-access': isOfConnection, exchange: isOfRequests };
  if (isOurs(op)) return ofOurs[op](effect);
  const form = formNamed(op);
  return form === undefined || canBefall(form)(effect);
}
