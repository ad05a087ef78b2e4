/** Timing one operation, again and again, each time from a state that is made for it anew. */

import { Bench } from 'tinybench';

export interface Measurement {
  readonly name: string;
  readonly unit: string;
  /** Median, fastest and slowest nanoseconds for one unit. */
  readonly ns: { readonly median: number; readonly min: number; readonly max: number };
  readonly rounds: number;
}

export interface Operation<State> {
  readonly name: string;
  readonly unit: string;
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

const ROUNDS = 15;
/** Until the code is compiled: a call of a few microseconds takes more of them than a long loop. */
const warmUpRounds = (units: number) => (units === 1 ? 2000 : 3);

export async function measure<State>(operation: Operation<State>): Promise<Measurement> {
  const { name, unit, units, prepare, run, dispose, reusable = false } = operation;
  let state = prepare();
  if (!reusable) dispose?.(state);
  const bench = new Bench({
    iterations: ROUNDS,
    time: 0,
    throws: true,
    warmupIterations: warmUpRounds(units),
    warmupTime: 0,
  });
  bench.add(
    name,
    () => {
      run(state);
    },
    {
      beforeEach() {
        if (!reusable) state = prepare();
      },
      afterEach() {
        if (!reusable) dispose?.(state);
      },
    },
  );
  const [task] = await bench.run();
  const result = task?.result;
  if (result === undefined || !('latency' in result)) throw new Error(`${name} could not be timed`);
  const { p50, min, max } = result.latency;
  const perUnit = (ms: number) => (ms * 1e6) / units;
  return {
    name,
    unit,
    ns: { median: perUnit(p50), min: perUnit(min), max: perUnit(max) },
    rounds: ROUNDS,
  };
}
