/** Whether a call came to what its step says, which is looked at each time it is played. */

import type { Race, TourCall } from './tour-step.js';

export interface Answered {
  readonly status: number;
  readonly answer: unknown;
}

export const isAsExpected = (call: TourCall, { status, answer }: Answered): boolean =>
  status === call.status && holds(answer, call.answer);

/** What the explorer answers, as far as it is looked at. */
export interface Explored {
  readonly outcomes: readonly {
    readonly violated: readonly string[];
    readonly results: Results;
    readonly witness: readonly unknown[];
  }[];
}

type Results = Readonly<Record<string, readonly unknown[]>>;

export const violatedIn = ({ outcomes }: Explored): string[] => [
  ...new Set(outcomes.flatMap(({ violated }) => violated)),
];

/** Whether somebody's results are those that a race is drawn by. */
export const isDrawn = ({ exits, outcome }: Race, { vcpu0 }: Results): boolean =>
  holds(vcpu0, [{ outcome, exits: exits.map((reason) => ({ reason })) }]);

/** The schedule of the outcome that a race is drawn by; undefined: there is no such, and the step is not true. */
export const drawnWitness = (race: Race, { outcomes }: Explored) =>
  outcomes.find(({ results }) => isDrawn(race, results))?.witness;

export const raceIsAsExpected = (race: Race, explored: Explored): boolean =>
  holds(violatedIn(explored), race.violates) && drawnWitness(race, explored) !== undefined;

/** Whether a value has everything that is expected of it; lists must be as long. */
function holds(value: unknown, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return value === expected;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(expected) && (value as unknown[]).length !== expected.length) return false;
  return Object.entries(expected).every(([name, part]) =>
    holds((value as Readonly<Record<string, unknown>>)[name], part),
  );
}
