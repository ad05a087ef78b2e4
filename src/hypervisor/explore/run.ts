/** One schedule being executed: who can move, and one transition of one actor at a time. */

import { pointOf, type Gate, type SchedulePoint, type Task } from '../schedule/task.js';
import type { Actor, Step, StepPoint, World } from './program.js';

/** An actor on its way. */
interface Lane {
  readonly actor: Actor;
  /** What came of the steps that are done. */
  readonly results: unknown[];
  task: Task<unknown> | undefined;
  /** Where the task stands, if it has begun. */
  at: SchedulePoint | Gate | undefined;
}

export interface StepEnd {
  readonly result: unknown;
  /** What its actor has still to do. */
  readonly left: readonly Step[];
}

export class Run {
  readonly world: World;
  readonly #lanes: readonly Lane[];

  constructor(world: World) {
    this.world = world;
    this.#lanes = world.actors.map((actor) => ({
      actor,
      results: [],
      task: undefined,
      at: undefined,
    }));
  }

  /** The actors that can move, by index. */
  enabled(): number[] {
    const enabled: number[] = [];
    for (const [index, lane] of this.#lanes.entries()) if (canMove(lane)) enabled.push(index);
    return enabled;
  }

  /** The point that an actor's next transition starts from; undefined: it is done. */
  pointOf(index: number): StepPoint | undefined {
    const lane = this.#lanes[index];
    if (lane?.at !== undefined) return pointOf(lane.at);
    return lane && stepOf(lane)?.begins;
  }

  stepOf(index: number): Step | undefined {
    const lane = this.#lanes[index];
    return lane && stepOf(lane);
  }

  /** The actor goes on to its next point, or to the end of its step: then, what came of that. */
  advance(index: number): StepEnd | undefined {
    const step = this.stepOf(index);
    if (step === undefined) throw new Error(`actor ${index} has nothing to do`);
    const lane = this.#lanes[index]!;
    lane.task ??= step.task();
    const { done, value } = lane.task.next(false);
    if (done !== true) {
      lane.at = value;
      return undefined;
    }
    lane.results.push(value);
    lane.task = undefined;
    lane.at = undefined;
    return { result: value, left: lane.actor.steps.slice(lane.results.length) };
  }

  /** What has come of every actor's steps so far; the first that is not done is its last. */
  results(): Readonly<Record<string, readonly unknown[]>> {
    return Object.fromEntries(
      this.#lanes.map((lane, index) => {
        const step = stepOf(lane);
        const left = step && (step.unfinished(this.pointOf(index)!) ?? { outcome: 'blocked' });
        return [lane.actor.name, left === undefined ? lane.results : [...lane.results, left]];
      }),
    );
  }
}

const stepOf = ({ actor, results }: Lane): Step | undefined => actor.steps[results.length];

function canMove(lane: Lane): boolean {
  const { at } = lane;
  if (at === undefined) return stepOf(lane)?.isReady() === true;
  return typeof at === 'string' || at.isOpen();
}
