/**
 * What happened to a guest access, step by step.
 *
 * A step is six numbers while it is recorded; its names and hexadecimal are made when somebody
 * reads the trace. Whoever wants none hands in no recorder, and then nothing is spent on it.
 */

import {
  TRACE_STEPS,
  type StepNumbers,
  type TraceStep,
  type TraceStepName,
} from './trace-steps.js';

/** Where the steps go. What the numbers of a step mean is said in `trace-steps.ts`. */
export interface Recorder {
  record(step: TraceStepName, ...numbers: Partial<StepNumbers>): void;
}

const STEP_NAMES = Object.keys(TRACE_STEPS) as TraceStepName[];
const STEP_IDS = new Map(STEP_NAMES.map((name, id) => [name, id]));
const WIDTH = 6;

/** Keeps the steps of one access. */
export class TraceRecorder implements Recorder {
  readonly #numbers: number[] = [];

  record(step: TraceStepName, a = 0, b = 0, c = 0, lo = 0, hi = 0): void {
    this.#numbers.push(STEP_IDS.get(step)!, a, b, c, lo >>> 0, hi >>> 0);
  }

  /** The numbers of all steps. */
  save(): readonly number[] {
    return this.#numbers;
  }

  restore(numbers: readonly number[]): void {
    this.#numbers.push(...numbers);
  }

  /** The steps as people read them, oldest first. */
  steps(): TraceStep[] {
    const steps: TraceStep[] = [];
    for (let at = 0; at < this.#numbers.length; at += WIDTH) {
      const [id = 0, a = 0, b = 0, c = 0, lo = 0, hi = 0] = this.#numbers.slice(at, at + WIDTH);
      const step = STEP_NAMES[id]!;
      steps.push({ step, ...TRACE_STEPS[step](a, b, c, lo, hi) });
    }
    return steps;
  }
}
