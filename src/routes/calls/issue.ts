/** Issue one hypercall: what every way of calling one comes through. */

import {
  Restart,
  XenError,
  runTask,
  type Caller,
  type FaultRule,
  type Host,
  type Task,
} from '../../hypervisor/index.js';
import { countCall } from './call-tally.js';
import { faultOf, struck } from '../faults/strike.js';
import type { HypercallForm } from '../forms/hypercall-form.js';
import { onAccountOf } from '../journal/account.js';
import { RESTARTED, noteCall, noteRefusal } from '../journal/note-call.js';
import type { Entry, Interface, Subject } from '../definition/interfaces.js';
import { track } from '../world/tasks.js';
import type { Answer, Teller } from '../definition/teller.js';
import { Turn } from '../world/turn.js';

const DOM0 = 0;

/** Who calls, on which domain. */
export interface Addressees {
  readonly host: Host;
  /** Undefined: dom0, or for what a domain does about itself that domain. */
  readonly caller?: number | undefined;
  readonly domid: number;
  /** Called as a real Xen is, by the number of the operation. */
  readonly isByNumber?: true | undefined;
  /** After how many batches a call that can give way stops for its caller to go on with it. */
  readonly preemptAfter?: number | undefined;
  /** A vcpu is in the call: however long it takes, nobody else has a turn. */
  readonly isInGuest?: true | undefined;
}

export type Request = Answer & { readonly preempt?: { readonly after_batches: number } };

/** A call, as it was made, and how its caller is told. */
export interface Issued<Told> {
  readonly form: HypercallForm;
  readonly to: Addressees;
  readonly request: Request;
  readonly tell: Teller<Told>;
}

/** `body` has passed the form's schema. A promise comes back only of a call that gave way. */
export function issue(
  form: HypercallForm,
  to: Addressees,
  body: unknown,
): Answer | Promise<Answer> {
  const request = form.request.decode(body) as Request;
  return issueDecoded({ form, to, request, tell: form.inJson });
}

/** The same for a request that was read from elsewhere than JSON. */
export function issueDecoded<Told>(issued: Issued<Told>): Told | Promise<Told> {
  const { form, to, request } = issued;
  const { faults } = to.host;
  const rule = faults.isEmpty ? undefined : faultOf(form, to);
  const batches = request.preempt?.after_batches ?? to.preemptAfter;
  if (rule !== undefined) return proceedStruck(issued, rule, batches);
  return proceed(issued, request, new Turn(batches, to.isInGuest));
}

function proceedStruck<Told>(issued: Issued<Told>, rule: FaultRule, asked: number | undefined) {
  const { form, to, request } = issued;
  const { journal } = to.host;
  const account = journal?.request;
  return struck(rule, {
    act: (batches = asked) =>
      onAccountOf(journal, account, () =>
        proceed(issued, request, new Turn(batches, to.isInGuest)),
      ),
    refused(error) {
      countCall(form, rcOf(error));
      if (journal !== undefined) noteRefusal(journal, form, to, request, error);
    },
  });
}

/** `request`: what is left of it. What it captures in a closure, every call would pay for: those that give way do. */
function proceed<Told>(issued: Issued<Told>, request: Request, turn: Turn): Told | Promise<Told> {
  const { form, to, tell } = issued;
  const { journal } = to.host;
  try {
    const outcome = attempt(form, to, request, turn);
    if (outcome instanceof Restart) return giveWay(issued, { ...request, ...outcome.args }, turn);
    const told = outcome === undefined ? tell.nothingDone() : tell.done(outcome);
    countCall(form, 0);
    if (journal !== undefined) noteCall(journal, form, to, issued.request, 0, outcome);
    return told;
  } catch (error) {
    countCall(form, rcOf(error));
    if (journal !== undefined) noteRefusal(journal, form, to, issued.request, error);
    throw error;
  }
}

/**
 * A call that can take long gives way, as Xen's do, and is issued anew with what is left: through all its checks,
 * for the domain may have changed or gone meanwhile.
 */
function giveWay<Told>(issued: Issued<Told>, rest: Request, turn: Turn): Told | Promise<Told> {
  const { form, to, tell } = issued;
  const { journal } = to.host;
  if (turn.isSpent) {
    countCall(form, RESTARTED);
    if (journal !== undefined) noteCall(journal, form, to, issued.request, RESTARTED);
    return tell.stopped(rest);
  }
  const account = journal?.request;
  const goOn = () => onAccountOf(journal, account, () => proceed(issued, rest, turn));
  return track(to.host, turn.renew().then(goOn));
}

const rcOf = (error: unknown) => (error instanceof XenError ? error.rc : Number.NaN);

/** Undefined: nothing is to be done, with success. */
function attempt(form: HypercallForm, to: Addressees, request: Request, turn: Turn) {
  const entered = letIn(form, to, request);
  return entered && perform(form, to, entered, request, turn);
}

/** Whom or what a call is about, once it is let in; undefined: nothing is to be done, with success. */
export function letIn(
  { call, admission, enter }: HypercallForm,
  to: Addressees,
  request: Answer,
): Entered | undefined {
  const { host, domid, isByNumber } = to;
  const caller = host.caller(to.caller ?? (call.callers === 'self' ? domid : DOM0));
  const entry: Entry = { host, caller, domid, isByNumber, request, admission };
  const subject = call.isNeverRefused ? ifLetIn(enter, entry) : enter(entry);
  return subject && { subject, caller };
}

/** Undefined where it is refused. */
function ifLetIn(enter: Interface['enter'], entry: Entry): Subject | undefined {
  try {
    return enter(entry);
  } catch (error) {
    if (error instanceof XenError) return undefined;
    throw error;
  }
}

interface Entered {
  readonly subject: Subject;
  readonly caller: Caller;
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
    const outcome = call.atOnce?.(subject, request) ?? call.handle(subject, request, caller, host);
    return isTask(outcome) ? inTurn(outcome, turn) : outcome;
  } finally {
    const domain = host.find(domid);
    if (domain !== undefined) host.settle(domain);
  }
}

const inTurn = <T>(task: Task<T>, turn: Turn): T => runTask(task, () => turn.isOver());

export const isTask = <T>(outcome: T | Task<T>): outcome is Task<T> =>
  typeof (outcome as Partial<Task<T>>).next === 'function';
