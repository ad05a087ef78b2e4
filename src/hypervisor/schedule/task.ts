/**
 * What Xen could interleave is a task: a hypercall, a guest exit being handled, a device model's
 * answer. A task yields the name of each point at which another party could act; whoever runs it
 * decides who goes on. It returns at a block or a preemption, and what remains then is plain data.
 */

export const SCHEDULE_POINTS = [
  'domain_pause',
  'ioreq_server_lock',
  'p2m_ioreq_lock',
  'p2m_lock',
  'preempt_check',
  'vmexit',
  'p2m_lookup',
  'emulate',
  'ioreq_send',
  'vmentry',
] as const;

export type SchedulePoint = (typeof SCHEDULE_POINTS)[number];

/** At a `preempt_check` the runner sends back whether the task has to give way. */
export type Task<T> = Generator<SchedulePoint, T, boolean>;

/** A hypercall that gave way: issued again with these arguments it goes on where it stopped. */
export class Restart<Args> {
  readonly args: Args;

  constructor(args: Args) {
    this.args = args;
  }
}

/** Run a task with nobody in between; `mustGiveWay` is asked at each preempt check. */
export function runTask<T>(task: Task<T>, mustGiveWay: () => boolean = never): T {
  let step = task.next(false);
  while (step.done !== true) step = task.next(step.value === 'preempt_check' && mustGiveWay());
  return step.value;
}

const never = () => false;
