/** The distinct outcomes of an exploration, each with the schedule by which it is easiest to follow. */

import type { StepPoint } from './program.js';

export interface Move {
  readonly actor: string;
  readonly point: StepPoint;
}

export interface Outcome {
  readonly results: Readonly<Record<string, readonly unknown[]>>;
  readonly state: unknown;
  /** Names of the invariants that did not hold. */
  readonly violated: readonly string[];
  /** How many schedules have led to it. */
  count: number;
  /** One of those with the fewest changes of actor. */
  witness: readonly Move[];
}

type Ending = Pick<Outcome, 'results' | 'state' | 'violated'>;

export class Outcomes {
  readonly #byEnding = new Map<string, Outcome>();

  /** In the order in which they were found. */
  get all(): readonly Outcome[] {
    return [...this.#byEnding.values()];
  }

  /** One more schedule that was run to its end; what it has led to, if nothing had before. */
  add(ending: Ending, witness: readonly Move[]): Outcome | undefined {
    const key = JSON.stringify(ending);
    const known = this.#byEnding.get(key);
    if (known === undefined) {
      const outcome = { ...ending, count: 1, witness };
      this.#byEnding.set(key, outcome);
      return outcome;
    }
    known.count++;
    if (changesOf(witness) < changesOf(known.witness)) known.witness = witness;
    return undefined;
  }
}

/** How often it changes from one actor to another. */
const changesOf = (witness: readonly Move[]): number =>
  witness.filter(({ actor }, at) => actor !== witness[at - 1]?.actor).length;
