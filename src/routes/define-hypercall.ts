/** A hypercall as one value: its numbers, its structs, its errors and what it does. All else is read off it. */

import type { Caller, CallerClass, Domain, Errno, Restart, Task } from '../hypervisor/index.js';
import type { Fields, Struct } from './struct.js';
import type { ValueOf } from './word.js';

/** The two hypercalls that device models use: hvm_op until Xen 4.8, dm_op from 4.9 on. */
export type Era = 'hvmop' | 'dmop';

export interface Form {
  /** In public/hvm/hvm_op.h or public/hvm/dm_op.h. */
  readonly number: number;
  /** C member → field of the definition, where this era calls it otherwise or lacks some; in C's order. */
  readonly request?: Readonly<Record<string, string>>;
  readonly response?: Readonly<Record<string, string>>;
}

export interface Hypercall<Request extends Fields = Fields, Response extends Fields = Fields> {
  /** Xen's name, the last part of the URL. */
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly hvmop?: Form;
  readonly dmop?: Form;
  /** The Xen that first had it. */
  readonly since: string;
  /** Whom Xen lets call it. */
  readonly callers: CallerClass;
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
    readonly request: Readonly<Record<string, unknown>>;
    readonly response: Readonly<Record<string, unknown>>;
  };
  /** What is missing, where it does not do all that Xen does. */
  readonly missing?: string;
  handle(
    domain: Domain,
    request: ValueOf<Struct<Request>>,
    caller: Caller,
  ):
    | ValueOf<Struct<Response>>
    | Task<ValueOf<Struct<Response>> | Restart<Partial<ValueOf<Struct<Request>>>>>;
}

export const defineHypercall = <Request extends Fields, Response extends Fields>(
  definition: Hypercall<Request, Response>,
): Hypercall<Request, Response> => definition;
