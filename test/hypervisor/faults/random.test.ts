import { describe, expect, it } from 'vitest';
import { Random } from '../../../src/hypervisor/faults/random.js';

const some = (random: Random, n = 1000) => Array.from({ length: n }, () => random.next());

describe('Random', () => {
  it('is mulberry32', () => {
    const words = some(new Random(1), 3).map((n) => n * 2 ** 32);
    expect(words).toEqual([2_693_262_067, 11_749_833, 2_265_367_787]);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(some(new Random(1))).toEqual(some(new Random(1)));
    expect(some(new Random(1), 8)).not.toEqual(some(new Random(2), 8));
  });

  it('spreads over 0 to 1', () => {
    const numbers = some(new Random(7), 4000);
    for (const tenth of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const share = numbers.filter((n) => Math.floor(10 * n) === tenth).length;
      expect(share).toBeGreaterThan(320);
      expect(share).toBeLessThan(480);
    }
  });

  it('goes on from its state', () => {
    const random = new Random(3);
    some(random, 5);
    const other = new Random(0);
    other.state = random.state;
    expect(some(other, 5)).toEqual(some(random, 5));
  });
});
