/** The client's `Prefer` header (RFC 7240): how long it wants to be kept waiting. */

import { text } from '../wire/json-words.js';
import { optional } from '../wire/word.js';

/** A timer holds no more than 24 days. */
const LONGEST_WAIT_S = 86_400;

export const PREFER = optional(
  text('`wait=N`: wait up to N seconds for the end of the access. `respond-async`: do not wait.'),
);

/** In milliseconds; 0 where the client wants an answer at once. */
export function patienceOf(prefer: string | undefined, unsaidSeconds: number): number {
  if (prefer === undefined) return unsaidSeconds * 1000;
  const preferences = prefer.toLowerCase().split(/[,;]/);
  if (preferences.some((preference) => preference.trim() === 'respond-async')) return 0;

  const waits = preferences.map(
    (preference) => /^\s*wait\s*=\s*"?(\d+)"?\s*$/.exec(preference)?.[1],
  );
  const seconds = Number(waits.find((wait) => wait !== undefined) ?? unsaidSeconds);
  return Math.min(seconds, LONGEST_WAIT_S) * 1000;
}
