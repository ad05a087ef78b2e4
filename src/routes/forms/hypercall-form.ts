/** A hypercall as it comes by one interface, with all that a call needs made ready once. */

import { admissionOf } from './admission.js';
import type { CStruct } from '../wire/c-struct.js';
import type { Hypercall } from '../definition/define-hypercall.js';
import { withEnvelope } from './envelope.js';
import { layoutOf } from './hypercall-layout.js';
import {
  INTERFACES,
  type Admission,
  type Interface,
  type InterfaceName,
} from '../definition/interfaces.js';
import type { Offered } from './is-there.js';
import type { Errnos } from '../openapi/operation.js';
import { renamed, struct, type AnyStruct, type Fields } from '../wire/struct.js';
import { integer } from '../wire/json-words.js';
import { inJson, type Answer, type Teller } from '../definition/teller.js';
import { optional, type JsonSchema } from '../wire/word.js';

export interface HypercallForm extends Offered {
  readonly request: AnyStruct;
  readonly response: AnyStruct;
  /** What a call that has given way answers; undefined: it never does. */
  readonly continuation: AnyStruct | undefined;
  /** Reserved fields of the request, which Xen checks before anything else. */
  readonly pads: readonly string[];
  /** Whom it lets in, and what it looks at first. */
  readonly admission: Admission;
  /** What its interface looks at. */
  readonly enter: Interface['enter'];
  readonly errnos: Errnos;
  /** How it is answered over JSON. */
  readonly inJson: Teller<Answer>;
  /** How its arguments lie in memory; undefined: it is not called so. */
  readonly layout: CStruct | undefined;
  /** The definition's example, in the names of the interface. */
  readonly example: {
    readonly request: Readonly<Record<string, unknown>>;
    readonly response: Readonly<Record<string, unknown>>;
  };
}

/** Every form of the calls that come by an interface. */
export const formsOf = (calls: readonly Hypercall[], via: InterfaceName): HypercallForm[] =>
  calls.map((call) => formOf(call, via)).filter((form) => form !== undefined);

function formOf(call: Hypercall, via: InterfaceName): HypercallForm | undefined {
  const form = call[via];
  if (form === undefined) return undefined;

  const { continuation, example } = call;
  const fields: Fields = { ...call.request.fields, ...form.words };
  const hasPads = via !== 'hvmop';
  const pads = hasPads ? Object.keys(fields).filter((field) => fields[field]?.isPad) : [];
  const names = form.request ?? sameNames(fields, ({ isPad }) => hasPads || !isPad);
  const responseNames = form.response ?? sameNames(call.response.fields);
  const response = renamed(call.response, responseNames);
  const rest = continuation && renamed(call.request, only(names, continuation));
  const isOfDeviceModels = call.dmop !== undefined || form.isConverted === true;
  const { number } = form;

  return {
    via,
    call,
    number,
    isOfDeviceModels,
    request:
      continuation === undefined
        ? renamed(struct(fields), names)
        : renamed(struct({ ...fields, preempt }), { ...names, preempt: 'preempt' }),
    response,
    continuation: rest,
    pads,
    admission: admissionOf({ via, call, number, isOfDeviceModels }, pads),
    enter: INTERFACES[via].enter,
    errnos: call.isNeverRefused
      ? withEnvelope(via, 'anyone', false, call.errnos)
      : withEnvelope(via, call.callers, pads.length > 0, call.errnos),
    inJson: inJson(response, rest, {
      rc: 0,
      ...response.encode(zeros(call.response.fields)),
    }),
    layout: layoutOf(call, form, via, { request: names, response: responseNames }),
    example: {
      request: inNamesOf(names, example.request),
      response: { rc: 0, ...inNamesOf(responseNames, example.response) },
    },
  };
}

/** Lets a test stop a call where Xen could. */
const preempt = optional(
  struct({
    after_batches: integer(
      1,
      2 ** 32 - 1,
      'After how many batches of 256 gfns the call gives way.',
    ),
  }),
);

type Names = Readonly<Record<string, string>>;

const sameNames = (fields: Fields, keep: (word: Fields[string]) => boolean = () => true): Names =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, word]) => keep(word))
      .map(([name]) => [name, name]),
  );

const zeros = (fields: Fields) =>
  Object.fromEntries(
    Object.entries(fields).map(([field, { answer }]) => [field, ZERO[zeroOf(answer)]]),
  );

const ZERO = { list: [], text: '', number: 0 };

function zeroOf({ type, pattern, enum: names }: JsonSchema): keyof typeof ZERO {
  if (type === 'array') return 'list';
  return type === 'string' && pattern === undefined && names === undefined ? 'text' : 'number';
}

const only = (names: Names, fields: readonly string[]): Names =>
  Object.fromEntries(Object.entries(names).filter(([, field]) => fields.includes(field)));

const inNamesOf = (names: Names, values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(names)
      .filter(([, field]) => field in values)
      .map(([said, field]) => [said, values[field]]),
  );
