/** The outcomes of an exploration as they are listed. */

import type { Exploration, Outcome } from '../../parts/sequence/outcome.js';

export interface Numbered {
  readonly nr: number;
  readonly outcome: Outcome;
}

/** What violates something first, then what most schedules lead to: the command line counts so too. */
export const inOrder = ({ outcomes }: Exploration): Numbered[] =>
  outcomes
    .toSorted((a, b) => b.violated.length - a.violated.length || b.count - a.count)
    .map((outcome, index) => ({ nr: index + 1, outcome }));
