/** Issue one hypercall: what every way of calling one comes through. */

import {
  ERRNO,
  Restart,
  XenError,
  runTask,
  subject,
  type Caller,
  type Domain,
  type Host,
  type Task,
} from '../hypervisor/index.js';
import { NO_SUCH_OP } from './envelope.js';
import type { HypercallForm } from './hypercall-form.js';
import { Turn } from './turn.js';

/** Who calls, on which domain. */
export interface Addressees {
  readonly host: Host;
  readonly caller: number;
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
  { host, caller: callerDomid, domid }: Addressees,
  request: Request,
  turn: Turn,
): Answer | Promise<Answer> {
  const caller = host.caller(callerDomid);
  const domain = subject(host, caller, domid, form.call.callers, form.era);
  if (domain === undefined) return form.nothingDone;
  checkEnvelope(form, domain, request);

  const outcome = perform(form, host, domain, request, caller, turn);
  if (!(outcome instanceof Restart)) return { rc: 0, ...form.response.encode(outcome) };
  const rest = { ...request, ...outcome.args };
  if (turn.isSpent) return { ...RESTART, ...form.continuation?.encode(rest) };
  return turn.renew().then(() => proceed(form, { host, caller: callerDomid, domid }, rest, turn));
}

const RESTART = { rc: -ERRNO.ERESTART, errno: 'ERESTART' } as const;

/** What is refused before Xen looks at what is asked. */
function checkEnvelope({ era, pads }: HypercallForm, domain: Domain, request: Request): void {
  const offered = domain.profile.knobs.dm_interface;
  if (offered !== 'both' && offered !== era)
    throw new XenError(NO_SUCH_OP[era], `domain ${domain.domid} takes ${offered} calls only`);
  for (const pad of pads)
    if (request[pad] !== 0)
      throw new XenError('EINVAL', `${pad} is ${String(request[pad])}, not 0`);
}

/** Whatever became of the call, guests that wait may be able to go on after it. */
function perform(
  { call }: HypercallForm,
  host: Host,
  domain: Domain,
  request: Request,
  caller: Caller,
  turn: Turn,
) {
  try {
    const outcome = call.handle(domain, request, caller);
    return isTask(outcome) ? runTask(outcome, () => turn.isOver()) : outcome;
  } finally {
    host.settle(domain);
  }
}

const isTask = <T>(outcome: T | Task<T>): outcome is Task<T> =>
  typeof (outcome as Partial<Task<T>>).next === 'function';
