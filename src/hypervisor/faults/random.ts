/**
 * Numbers that look random and are the same for the same seed.
 *
 * Source: Tommy Ettinger's mulberry32 (public domain): one 32-bit word of state.
 */

export class Random {
  /** All there is to it: another one with the same state goes on in the same way. */
  state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** 0 ≤ n < 1. */
  next(): number {
    this.state = (this.state + 0x6d2b_79f5) >>> 0;
    let word = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  }
}
