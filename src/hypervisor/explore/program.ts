/** What is explored: a world to begin from, and a few actors who each do one thing after another. */

import type { Domain } from '../domain.js';
import type { Host } from '../host.js';
import { SCHEDULE_POINTS, type SchedulePoint, type Task } from '../schedule/task.js';

/** What the first transition of a step is called: who acts. */
const BEGINNINGS = ['hypercall', 'guest', 'device_model'] as const;
export type Beginning = (typeof BEGINNINGS)[number];

/** Every other transition is named by the point that it starts from. */
export type StepPoint = SchedulePoint | Beginning;
export const STEP_POINTS: readonly StepPoint[] = [...BEGINNINGS, ...SCHEDULE_POINTS];

/** One thing that an actor does. It belongs to one world. */
export interface Step {
  readonly begins: Beginning;
  /** Whether it may begin now. */
  isReady(): boolean;
  /** The doing of it; returns what came of it. */
  task(): Task<unknown>;
  /** What there is to say of it where it has not come to its end. */
  unfinished(at: StepPoint): unknown;
  /** Which parts of the world a transition from there may look at: bits of `PART`. */
  reads(from: StepPoint): number;
  /** It changes what is not taken down of a world: `PART.rest`. */
  readonly writesUnseen: boolean;
  /** What it does depends on more than its own course and what is taken down of a world. */
  readonly dependsOnUnseen: boolean;
  /** A real host would be gone. */
  readonly panicked: boolean;
}

export interface Actor {
  readonly name: string;
  readonly steps: readonly Step[];
}

export interface World {
  readonly host: Host;
  readonly domain: Domain;
  readonly actors: readonly Actor[];
  /** What of its state belongs to an outcome, as JSON says it. */
  state(): unknown;
}

/** The world as it is once everything has been set up; the same at each call. */
export type Program = () => World;
