/** A hypercall as a task: what `issue` runs straight through, with the points at which others may act. */

import { Restart, type Task } from '../../hypervisor/index.js';
import type { HypercallForm } from '../forms/hypercall-form.js';
import { isTask, letIn, type Addressees, type Request } from '../calls/issue.js';
import type { Answer } from '../definition/teller.js';

/** Of a request that the form has decoded. It gives way only where its `preempt` says so. */
export function* issueTask(form: HypercallForm, to: Addressees, request: Request): Task<Answer> {
  const entered = letIn(form, to, request);
  if (entered === undefined) return form.inJson.nothingDone();

  const called = form.call.handle(entered.subject, request, entered.caller, to.host);
  const outcome = isTask(called)
    ? yield* givingWay(called, request.preempt?.after_batches)
    : called;
  if (!(outcome instanceof Restart)) return form.inJson.done(outcome);
  return form.inJson.stopped({ ...request, ...outcome.args });
}

function* givingWay<T>(task: Task<T>, batches = Number.POSITIVE_INFINITY): Task<T> {
  let left = batches;
  let step = task.next(false);
  while (step.done !== true) {
    const at = step.value;
    yield at;
    if (at === 'preempt_check') left--;
    step = task.next(at === 'preempt_check' && left <= 0);
  }
  return step.value;
}
