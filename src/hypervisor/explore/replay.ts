/** One schedule once more, with all that happened at each of its moves. */

import type { TraceStep } from '../access/trace-steps.js';
import { GuestStep } from './guest-step.js';
import type { Invariant } from './invariants.js';
import type { Move } from './outcomes.js';
import type { Program, Step, World } from './program.js';
import { Run } from './run.js';

export interface ReplayedMove extends Move {
  /** Steps of the actor's guest access that this move added. */
  readonly trace: readonly TraceStep[];
  /** The state, where the move has changed it. */
  readonly state?: unknown;
}

export interface Replay {
  readonly moves: readonly ReplayedMove[];
  readonly results: Readonly<Record<string, readonly unknown[]>>;
  readonly state: unknown;
  readonly violated: readonly string[];
}

/** A move of a schedule that its actor cannot make. */
export class ImpossibleMove extends Error {
  override readonly name = 'ImpossibleMove';
  /** Its place in the schedule. */
  readonly index: number;

  constructor(index: number, why: string) {
    super(why);
    this.index = index;
  }
}

/** A schedule may end before its actors do; the points that it names are held against the real ones. */
export function replay(
  program: Program,
  schedule: readonly { readonly actor: string; readonly point?: string | undefined }[],
  invariants: readonly Invariant[] = [],
): Replay {
  const run = new Run(program());
  const { world } = run;
  const watches = invariants.map((invariant) => invariant.watch(world));
  const names = world.actors.map(({ name }) => name);
  let state = JSON.stringify(world.state());

  const moves = schedule.map(({ actor, point: said }, index): ReplayedMove => {
    const at = names.indexOf(actor);
    const point = run.pointOf(at);
    if (point === undefined) throw new ImpossibleMove(index, `${actor} has nothing to do`);
    if (said !== undefined && said !== point)
      throw new ImpossibleMove(index, `${actor} is at ${point}, not at ${said}`);
    if (!run.enabled().includes(at)) throw new ImpossibleMove(index, `${actor} waits at ${point}`);

    const step = run.stepOf(at);
    const before = traceOf(step).length;
    run.advance(at);
    for (const watch of watches) watch.afterMove?.();
    const trace = traceOf(step).slice(before);
    const [earlier, now] = [state, stateOf(world)];
    state = now;
    return { actor, point, trace, ...(now !== earlier && { state: world.state() }) };
  });

  return {
    moves,
    results: run.results(),
    state: world.state(),
    violated: invariants.filter((_, at) => watches[at]!.isViolated()).map(({ name }) => name),
  };
}

const stateOf = (world: World): string => JSON.stringify(world.state());

const traceOf = (step: Step | undefined): readonly TraceStep[] =>
  (step instanceof GuestStep ? step.access?.trace : undefined) ?? [];
