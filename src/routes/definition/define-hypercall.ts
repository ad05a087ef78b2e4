/** A hypercall as one value: its numbers, its structs, its errors and what it does. All else is read off it. */

import type { Caller, Domain, Errno, Host, Knobs, Restart, Task } from '../../hypervisor/index.js';
import type { Progress } from './hvm-op-progress.js';
import type { Callers, InterfaceName, Subject } from './interfaces.js';
import type { SecondBuffer } from './second-buffer.js';
import type { Fields, Struct } from '../wire/struct.js';
import type { ValueOf } from '../wire/word.js';

/** How a hypercall comes by one interface: most by one, those of device models by HVMOP and DMOP. */
export interface Form {
  /** In Xen's public headers. */
  readonly number: number;
  /** C member → field of the definition, where it is called otherwise or some are lacking; in C's order. */
  readonly request?: Readonly<Record<string, string>>;
  readonly response?: Readonly<Record<string, string>>;
  /** Fields that have another type here. */
  readonly words?: Fields;
  /** Members of the C struct in order, where it has not simply what is asked and then what is answered. */
  readonly members?: readonly string[];
  /** What does not lie in the struct itself. */
  readonly buffer?: SecondBuffer;
  /** How many buffers must be given then, if not both. */
  readonly buffersWanted?: (knobs: Knobs) => number;
  /** An HVMOP that has become a DMOP of another name. */
  readonly isConverted?: true;
  /** Xen wants a null pointer in place of a struct. */
  readonly takesNull?: true;
  /** Xen has no struct for the number, and looks at none. */
  readonly isHole?: true;
  /** How a call by number that has stopped goes on, if not by its struct. */
  readonly progress?: Progress;
}

export interface Hypercall<
  Request extends Fields = Fields,
  Response extends Fields = Fields,
  About = Subject,
> extends Readonly<Partial<Record<InterfaceName, Form>>> {
  /** Xen's name, the last part of the URL. */
  readonly name: string;
  readonly aliases?: readonly string[];
  /** The Xen that first had it. */
  readonly since: string;
  /** Whether the Xen of a profile has it, where not all have. */
  readonly isIn?: (knobs: Knobs) => boolean;
  /** Whom Xen lets call it. */
  readonly callers: Callers;
  /** Where others are refused for whom they are about or who calls, it answers that nothing was done. */
  readonly isNeverRefused?: true;
  /** It is 0 for dom0, of which nothing of the kind is kept. */
  readonly isZeroForDom0?: true;
  /** What it answers on a domain that is not HVM, if not EINVAL. */
  readonly onPv?: Errno;
  readonly summary: string;
  readonly description: string;
  /** In the order of the DMOP's struct, where there is one. */
  readonly request: Struct<Request>;
  readonly response: Struct<Response>;
  /** Where it may give way, the fields with which a further call goes on. */
  readonly continuation?: readonly (keyof Request & string)[];
  /** Each errno of its own and when; what the envelope refuses is added. */
  readonly errnos: Partial<Record<Errno, string>>;
  /** What would take a real host down, and is refused. */
  readonly hazard?: string;
  /** A call that works on the host that `npm start` seeds, by the fields that are not left out. */
  readonly example: {
    /** On which domain, if not on domain 1. */
    readonly domid?: number;
    readonly request: Readonly<Record<string, unknown>>;
    readonly response: Readonly<Record<string, unknown>>;
    /** What it answers there instead, where such a host refuses every call. */
    readonly refused?: Errno;
  };
  /** What is missing, where it does not do all that Xen does. */
  readonly missing?: string | ((knobs: Knobs) => string | undefined);
  /** Throws for what an HVMOP looks at before it looks for the domain. */
  checkFirst?(request: ValueOf<Struct<Request>>, knobs: Knobs): void;
  /** Throws for what Xen finds before it asks who calls. */
  checkBefore?(subject: About, request: ValueOf<Struct<Request>>, knobs: Knobs): void;
  /** Throws for what Xen finds wrong with the struct together with its reserved fields. */
  checkStruct?(request: ValueOf<Struct<Request>>): void;
  handle(
    subject: About,
    request: ValueOf<Struct<Request>>,
    caller: Caller,
    host: Host,
  ):
    | ValueOf<Struct<Response>>
    | Task<ValueOf<Struct<Response>> | Restart<Partial<ValueOf<Struct<Request>>>>>;
  /** The same, where nobody can come in between and it has no point at which to give way; undefined: it may have. */
  atOnce?(subject: About, request: ValueOf<Struct<Request>>): ValueOf<Struct<Response>> | undefined;
}

/** With all fields in one order, absent ones too: to V8 the definitions are then of one kind, and quickly read. */
export function defineHypercall<Request extends Fields, Response extends Fields, About = Domain>(
  definition: Hypercall<Request, Response, About>,
): Hypercall<Request, Response, About> {
  const given: Partial<Record<keyof Hypercall, unknown>> = definition;
  const whole: Record<keyof Hypercall, unknown> = {
    name: given.name,
    aliases: given.aliases,
    hvmop: given.hvmop,
    dmop: given.dmop,
    memory: given.memory,
    domctl: given.domctl,
    evtchn: given.evtchn,
    since: given.since,
    isIn: given.isIn,
    callers: given.callers,
    isNeverRefused: given.isNeverRefused,
    isZeroForDom0: given.isZeroForDom0,
    onPv: given.onPv,
    summary: given.summary,
    description: given.description,
    request: given.request,
    response: given.response,
    continuation: given.continuation,
    errnos: given.errnos,
    hazard: given.hazard,
    example: given.example,
    missing: given.missing,
    checkFirst: given.checkFirst,
    checkBefore: given.checkBefore,
    checkStruct: given.checkStruct,
    handle: given.handle,
    atOnce: given.atOnce,
  };
  return whole as unknown as Hypercall<Request, Response, About>;
}
