/**
 * States from which everything has been explored, or is being, but for what the actors that slept
 * there would have done: whoever comes by again with at least these asleep finds nothing new.
 *
 * Reference: P. Godefroid, Partial-Order Methods for the Verification of Concurrent Systems, 1996,
 * chapter 5 (sleep sets with state matching). A state is known by 64 bits of digest.
 */

import type { View } from './view.js';

/** States kept, unless told otherwise; those beyond are explored again. */
const MOST = 2 ** 21;
/** A number holds 53 bits: these of the digest's upper half are in the key, the others beside it. */
const KEY_BITS = 21;
const SLEEPER_BITS = 21;

export class Visited {
  readonly #sleepers = new Map<number, number>();
  readonly #most: number;

  constructor(most = MOST) {
    this.#most = most;
  }

  /** `asleep`: a bit for each actor that sleeps. False: the state counts as visited from now on. */
  has({ low, high }: View, asleep: number): boolean {
    const key = (low >>> 0) + (high & (2 ** KEY_BITS - 1)) * 2 ** 32;
    const check = (high >>> KEY_BITS) * 2 ** SLEEPER_BITS;
    const known = this.#sleepers.get(key);
    const sleepers = (known ?? -1) - check;
    const isSame = sleepers >= 0 && sleepers < 2 ** SLEEPER_BITS;
    if (isSame && (sleepers & ~asleep) === 0) return true;
    if (known !== undefined || this.#sleepers.size < this.#most)
      this.#sleepers.set(key, check + (isSame ? sleepers & asleep : asleep));
    return false;
  }
}
