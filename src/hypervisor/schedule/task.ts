/**
 * What Xen could interleave is a task: a hypercall, a guest exit being handled, a device model's
 * answer. A task yields the name of each point at which another party could act; whoever runs it
 * decides who goes on. It returns at a block or a preemption, and what remains then is plain data.
 */

export const SCHEDULE_POINTS = [
  'domain_pause',
  'ioreq_server_lock',
  'ioreq_server_select',
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

/** A point that cannot be passed at any time: a lock that somebody may hold, a wait. */
export interface Gate {
  readonly point: SchedulePoint;
  isOpen(): boolean;
}

/** At a `preempt_check` the runner sends back whether the task has to give way. */
export type Task<T> = Generator<SchedulePoint | Gate, T, boolean>;

export const pointOf = (at: SchedulePoint | Gate): SchedulePoint =>
  typeof at === 'string' ? at : at.point;

/** A hypercall that gave way: issued again with these arguments it goes on where it stopped. */
export class Restart<Args> {
  readonly args: Args;

  constructor(args: Args) {
    this.args = args;
  }
}

/**
 * Run a task with nobody in between; `mustGiveWay` is asked at each preempt check. Every gate is
 * open then, unless it is run from the middle of another task.
 */
export function runTask<T>(task: Task<T>, mustGiveWay: () => boolean = never): T {
  let step = task.next(false);
  while (step.done !== true) {
    const at = step.value;
    if (typeof at !== 'string' && !at.isOpen())
      throw new Error(`the task waits at ${at.point}, and nobody else runs`);
    step = task.next(at === 'preempt_check' && mustGiveWay());
  }
  return step.value;
}

const never = () => false;
