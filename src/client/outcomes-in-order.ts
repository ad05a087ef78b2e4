/** The outcomes of an exploration as they are listed and numbered, on the command line and in the console alike. */

interface Ranked {
  readonly violated: readonly string[];
  /** How many schedules lead to it. */
  readonly count: number;
}

/** An outcome with its number in the list, from 1. */
export interface Numbered<Outcome> {
  readonly nr: number;
  readonly outcome: Outcome;
}

/** What violates something first, then what most schedules lead to. */
export const outcomesInOrder = <Outcome extends Ranked>(
  outcomes: readonly Outcome[],
): Numbered<Outcome>[] =>
  outcomes
    .toSorted((a, b) => b.violated.length - a.violated.length || b.count - a.count)
    .map((outcome, index) => ({ nr: index + 1, outcome }));
