/**
 * A digest of 64 bits for each part of a world, kept up by what changes: of every place and what is
 * there, flipped in and out, so that it does not matter on which way a state was reached. Places are
 * numbers below 2^53, each of one thing only.
 */

import { PART_COUNT } from './parts.js';

const SEED = { low: 0x9e37_79b1, high: 0x85eb_ca77 };

export class Digests {
  readonly #low = new Int32Array(PART_COUNT);
  readonly #high = new Int32Array(PART_COUNT);

  /** A place of that part has another value now; 0 is what a place holds that there is not. */
  change(part: number, place: number, from: number, to: number): void {
    const index = indexOf(part);
    this.#low[index] = this.#low[index]! ^ at(place, from, SEED.low) ^ at(place, to, SEED.low);
    this.#high[index] = this.#high[index]! ^ at(place, from, SEED.high) ^ at(place, to, SEED.high);
  }

  /** `low` and `high` with the digests of these parts mixed in. */
  low(parts: number, low: number): number {
    return mixed(this.#low, parts, low);
  }

  high(parts: number, high: number): number {
    return mixed(this.#high, parts, high);
  }
}

/** Of the bit of a part; the last of several. */
const indexOf = (part: number): number => 31 - Math.clz32(part);

function mixed(digests: Int32Array, parts: number, into: number): number {
  let result = into;
  for (let left = parts; left !== 0; left &= left - 1)
    result = mix(result, digests[indexOf(left & -left)]!);
  return result;
}

const at = (place: number, value: number, seed: number): number =>
  value === 0 ? 0 : mix(whole(place, seed), whole(value, seed));

const whole = (number: number, seed: number): number =>
  mix(seed ^ (number | 0), Math.floor(number / 2 ** 32));

/** Two 32-bit integers as one that changes in half its bits with any of theirs. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b >>> 16), 0x85eb_ca6b) ^ Math.imul(b, 0xc2b2_ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a_2d39);
  return hash ^ (hash >>> 15);
}

/** A text as such an integer. */
export function mixText(into: number, text: string): number {
  let hash = mix(into, text.length);
  for (let index = 0; index < text.length; index++) hash = mix(hash, text.charCodeAt(index));
  return hash;
}
