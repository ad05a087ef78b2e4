/** Timing one operation, again and again, each time from a state that is made for it anew. */

export interface Operation<State> {
  /** How many units one run does. */
  readonly units: number;
  /** The state that a run finds; not timed. */
  readonly prepare: () => State;
  readonly run: (state: State) => void;
  /** What becomes of a state after its run; not timed. */
  readonly dispose?: (state: State) => void;
  /** The run leaves the state as it was, so one serves for all. */
  readonly reusable?: boolean;
}

const NS_PER_MS = 1e6;
const ROUNDS = 15;
/** A call of a few microseconds takes more rounds than a long loop until it is compiled, and to be timed. */
const SHORT = { warmUp: 2000, rounds: 500 };
const LONG = { warmUp: 3, rounds: ROUNDS };

/** Median nanoseconds for one unit. */
export function medianOf<State>(operation: Operation<State>): number {
  const { units, prepare, run, dispose, reusable = false } = operation;
  const { warmUp, rounds } = units === 1 ? SHORT : LONG;
  const kept = reusable ? prepare() : undefined;
  const times: number[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    const state = kept ?? prepare();
    const began = performance.now();
    run(state);
    const took = performance.now() - began;
    if (!reusable) dispose?.(state);
    if (round >= 0) times.push((took * NS_PER_MS) / units);
  }
  return median(times);
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
