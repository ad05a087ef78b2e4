/**
 * What an actor has seen: all that the rest of its way depends on beside the world. It is a digest of
 * every part of the world that its moves may have looked at, as it was then; of a step of which
 * nothing is left but its result, of that.
 */

import { mix, mixText, type Digests } from './digests.js';
import { GuestStep } from './guest-step.js';
import { EVERYTHING } from './parts.js';
import type { World } from './program.js';
import type { StepEnd } from './run.js';

export interface View {
  readonly low: number;
  readonly high: number;
}

export const NOTHING_SEEN: View = { low: 0, high: 0 };

/** It goes on from a point, and may look at these parts of the world as it is. */
export const seenFrom = (
  { low, high }: View,
  digests: Digests,
  point: string,
  reads: number,
): View => ({
  low: digests.low(reads, mixText(low, point)),
  high: digests.high(reads, mixText(~high, point)),
});

/**
 * Its step is over: what it had seen before the step, and what has come of that. A guest access to
 * come finds its vcpu as the ones before have left it.
 */
export function seenAfter(before: View, seen: View, { result, left }: StepEnd): View {
  if (left.some((step) => step instanceof GuestStep)) return seen;
  const text = JSON.stringify([left.length, result]);
  return { low: mixText(before.low, text), high: mixText(before.high, text) };
}

/** All of a state: the world, what every actor has seen of it, and what else is remembered. */
export function viewOfAll(digests: Digests, views: readonly View[], remembered: string): View {
  let low = mixText(digests.low(EVERYTHING, 0), remembered);
  let high = mixText(digests.high(EVERYTHING, -1), remembered);
  for (const view of views) {
    low = mix(low, view.low);
    high = mix(high, view.high);
  }
  return { low, high };
}

/** Whether states can be told from each other at all: nothing counts that is not seen, and no vcpu is two actors'. */
export function canTellApart({ actors }: World): boolean {
  const owners = new Map<number, string>();
  for (const { name, steps } of actors)
    for (const step of steps) {
      if (step.dependsOnUnseen) return false;
      if (!(step instanceof GuestStep)) continue;
      const { vcpu } = step.request;
      if ((owners.get(vcpu) ?? name) !== name) return false;
      owners.set(vcpu, name);
    }
  return true;
}
