import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VectorSet } from '../../../src/hypervisor/irq/vector-set.js';

const vector = fc.integer({ min: 0, max: 255 });

describe('VectorSet', () => {
  it('is a set of numbers below 256, and knows the highest', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), vector)), (steps) => {
        const [ours, naive] = [new VectorSet(), new Set<number>()];
        for (const [add, one] of steps) {
          if (add) ours.add(one);
          else ours.delete(one);
          if (add) naive.add(one);
          else naive.delete(one);
        }

        expect([...ours]).toEqual([...naive].toSorted((a, b) => a - b));
        expect(ours.highest).toBe(naive.size > 0 ? Math.max(...naive) : undefined);
      }),
    );
  });

  it('gives 32 of them as a word', () => {
    const vectors = new VectorSet();
    for (const one of [0, 31, 32, 255]) vectors.add(one);

    expect([0, 1, 7].map((index) => vectors.word(index))).toEqual([0x8000_0001, 1, 0x8000_0000]);
  });

  it('can be emptied', () => {
    const vectors = new VectorSet();
    vectors.add(7);

    vectors.clear();

    expect([...vectors]).toEqual([]);
  });
});
