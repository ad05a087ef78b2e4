/** Issue one hypercall: what every way of calling one comes through. */

import {
  ERRNO,
  Restart,
  XenError,
  runTask,
  type Caller,
  type Host,
  type Task,
} from '../hypervisor/index.js';
import type { HypercallForm } from './hypercall-form.js';
import { INTERFACES, type Entry, type InterfaceName, type Subject } from './interfaces.js';
import { Turn } from './turn.js';

const DOM0 = 0;

/** Who calls, on which domain. */
export interface Addressees {
  readonly host: Host;
  /** Undefined: dom0, or for what a domain does about itself that domain. */
  readonly caller?: number | undefined;
  readonly domid: number;
}

export type Answer = Readonly<Record<string, unknown>>;

/** `body` has passed the form's schema. A promise comes back only of a call that gave way. */
export function issue(
  form: HypercallForm,
  to: Addressees,
  body: unknown,
): Answer | Promise<Answer> {
  const request = form.request.decode(body) as Request;
  return proceed(form, to, request, new Turn(request.preempt?.after_batches));
}

type Request = Answer & { readonly preempt?: { readonly after_batches: number } };

/**
 * A call that can take long gives way, as Xen's do, and is issued anew with what is left: through all its checks,
 * for the domain may have changed or gone meanwhile.
 */
function proceed(
  form: HypercallForm,
  to: Addressees,
  request: Request,
  turn: Turn,
): Answer | Promise<Answer> {
  const entered = enter(form, to, request);
  if (entered === undefined) return form.nothingDone;

  const outcome = perform(form, to, entered, request, turn);
  if (!(outcome instanceof Restart)) return { rc: 0, ...form.response.encode(outcome) };
  const rest = { ...request, ...outcome.args };
  if (turn.isSpent) return { ...RESTART, ...form.continuation?.encode(rest) };
  return turn.renew().then(() => proceed(form, to, rest, turn));
}

/** Whom or what a call is about, once it is let in; undefined: nothing is to be done, with success. */
export function enter(
  form: HypercallForm,
  { host, domid, ...to }: Addressees,
  request: Answer,
): Entered | undefined {
  const { callers, onPv } = form.call;
  const caller = host.caller(to.caller ?? (callers === 'self' ? domid : DOM0));
  const entry: Entry = {
    host,
    caller,
    domid,
    callers,
    onPv,
    isOfDeviceModels: form.isOfDeviceModels,
    checkFirst: (knobs) => form.call.checkFirst?.(request, knobs),
    checkStruct: () => {
      refuseStruct(form, request);
    },
  };
  const subject = form.call.isNeverRefused
    ? letIn(form.via, entry)
    : INTERFACES[form.via].enter(entry);
  return subject && { subject, caller };
}

/** Undefined where it is refused. */
function letIn(via: InterfaceName, entry: Entry): Subject | undefined {
  try {
    return INTERFACES[via].enter(entry);
  } catch (error) {
    if (error instanceof XenError) return undefined;
    throw error;
  }
}

interface Entered {
  readonly subject: Subject;
  readonly caller: Caller;
}

export const RESTART = { rc: -ERRNO.ERESTART, errno: 'ERESTART' } as const;

function refuseStruct({ pads, call }: HypercallForm, request: Answer): void {
  for (const pad of pads)
    if (request[pad] !== 0)
      throw new XenError('EINVAL', `${pad} is ${String(request[pad])}, not 0`);
  call.checkStruct?.(request);
}

/** Whatever became of the call, guests that wait may be able to go on after it. */
function perform(
  { call }: HypercallForm,
  { host, domid }: Addressees,
  { subject, caller }: Entered,
  request: Request,
  turn: Turn,
) {
  try {
    const outcome = call.handle(subject, request, caller, host);
    return isTask(outcome) ? runTask(outcome, () => turn.isOver()) : outcome;
  } finally {
    const domain = host.find(domid);
    if (domain !== undefined) host.settle(domain);
  }
}

export const isTask = <T>(outcome: T | Task<T>): outcome is Task<T> =>
  typeof (outcome as Partial<Task<T>>).next === 'function';
