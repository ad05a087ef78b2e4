import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rangeset } from '../../src/hypervisor/rangeset.js';
import { errno } from '../support/host.js';

const filled = (ranges: readonly (readonly [number, number])[], limit?: number) => {
  const set = new Rangeset(limit);
  for (const [first, last] of ranges) set.add(first, last);
  return set;
};

describe('Rangeset', () => {
  // prettier-ignore
  it.each([
    // what is there            action     range       what is there then
    [[],                        'add',    [5, 9],     [[5, 9]]],
    [[[5, 9]],                  'add',    [10, 12],   [[5, 12]]],
    [[[5, 9]],                  'add',    [1, 4],     [[1, 9]]],
    [[[5, 9]],                  'add',    [6, 7],     [[5, 9]]],
    [[[5, 9], [20, 29]],        'add',    [10, 19],   [[5, 29]]],
    [[[5, 9], [20, 29]],        'add',    [7, 25],    [[5, 29]]],
    [[[5, 9], [20, 29]],        'add',    [0, 40],    [[0, 40]]],
    [[[5, 9], [20, 29]],        'add',    [11, 18],   [[5, 9], [11, 18], [20, 29]]],
    [[],                        'remove', [5, 9],     []],
    [[[5, 9]],                  'remove', [0, 4],     [[5, 9]]],
    [[[5, 9]],                  'remove', [10, 12],   [[5, 9]]],
    [[[5, 9]],                  'remove', [5, 9],     []],
    [[[5, 9]],                  'remove', [5, 6],     [[7, 9]]],
    [[[5, 9]],                  'remove', [8, 20],    [[5, 7]]],
    [[[5, 9]],                  'remove', [7, 7],     [[5, 6], [8, 9]]],
    [[[5, 9], [20, 29]],        'remove', [8, 22],    [[5, 7], [23, 29]]],
    [[[1, 2], [5, 9], [20, 29]],'remove', [0, 40],    []],
  ] as const)('%j %s %j: %j', (before, action, [first, last], after) => {
    const set = filled(before);

    set[action](first, last);

    expect([...set]).toEqual(after);
  });

  it('tells a whole hit from a partial one', () => {
    const set = filled([[5, 9]]);

    expect([set.contains(5, 9), set.contains(5, 10), set.contains(4, 9)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([
      set.overlaps(9, 20),
      set.overlaps(0, 5),
      set.overlaps(10, 20),
      set.overlaps(0, 4),
    ]).toEqual([true, true, false, false]);
  });

  it('is empty again when cleared', () => {
    const set = filled([[5, 9]]);

    set.clear();

    expect([set.isEmpty, set.size]).toEqual([true, 0]);
  });

  it('holds the ends of the 64-bit space exactly', () => {
    const set = new Rangeset<bigint>();
    const top = 2n ** 64n - 1n;

    set.add(top - 1n, top);
    set.add(0n, 0n);

    expect(set.contains(top, top)).toBe(true);
    expect(set.overlaps(top - 2n, top - 2n)).toBe(false);
    expect([...set]).toEqual([
      [0n, 0n],
      [top - 1n, top],
    ]);

    set.remove(top, top);
    set.add(1n, 1n);
    expect([...set]).toEqual([
      [0n, 1n],
      [top - 1n, top - 1n],
    ]);
  });

  it('becomes again what it was', () => {
    const set = filled([[1, 2]]);

    set.restore([
      ...filled([
        [5, 9],
        [20, 29],
      ]),
    ]);

    expect([...set]).toEqual([
      [5, 9],
      [20, 29],
    ]);
    expect([set.contains(1, 1), set.contains(20, 29)]).toEqual([false, true]);
  });

  // prettier-ignore
  it.each([
    // of [5, 9] and [20, 29]   what is there then
    [[15, 22],                  [[5, 14], [23, 29]]],
    [[12, 40],                  [[5, 11]]],
    [[7, 22],                   [[5, 6], [23, 29]]],
    [[7, 7],                    [[5, 6], [8, 9], [20, 29]]],
    [[0, 22],                   [[23, 29]]],
    [[15, 18],                  [[5, 9], [20, 29]]],
    [[40, 50],                  [[5, 9], [20, 29]]],
  ] as const)('moves an end into the gap where the fault of 4.17 has it, without %j: %j', ([first, last], after) => {
    const set = new Rangeset(Infinity, { stretchesOnRemove: true });
    set.restore([[5, 9], [20, 29]]);

    set.remove(first, last);

    expect([...set]).toEqual(after);
  });

  describe('at its limit', () => {
    const full = () =>
      filled(
        [
          [10, 19],
          [30, 39],
        ],
        2,
      );

    it('grows a range upwards', () => {
      const set = full();
      set.add(20, 25);
      expect([...set]).toEqual([
        [10, 25],
        [30, 39],
      ]);
    });

    it('answers ENOMEM for a range of its own, and for growing one downwards', () => {
      const set = full();
      expect(() => set.add(50, 51)).toThrow(errno('ENOMEM'));
      expect(() => set.add(5, 9)).toThrow(errno('ENOMEM'));
      expect([...set]).toEqual([
        [10, 19],
        [30, 39],
      ]);
    });

    it('answers ENOMEM for a removal that would split a range', () => {
      const set = full();
      expect(() => set.remove(12, 13)).toThrow(
        errno('ENOMEM', 'no node left of 2 for the range 0xc to 0xd'),
      );
      expect([...set]).toEqual([
        [10, 19],
        [30, 39],
      ]);
    });

    // prettier-ignore
    it.each([
      // removed   what is there then
      [[15, 33],   [[10, 14], [34, 39]]],
      [[15, 19],   [[10, 14], [30, 39]]],
      [[10, 14],   [[15, 19], [30, 39]]],
      [[30, 39],   [[10, 19]]],
    ] as const)('still removes %j, for which no node is needed', ([first, last], after) => {
      const set = full();
      set.remove(first, last);
      expect([...set]).toEqual(after);
    });
  });

  it('agrees with a plain set of numbers', () => {
    const step = fc.record({
      action: fc.constantFrom('add' as const, 'remove' as const),
      first: fc.nat(60),
      length: fc.nat(12),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.nat(70), fc.nat(10), (steps, at, more) => {
        const set = new Rangeset();
        const naive = new Set<number>();
        for (const { action, first, length } of steps) {
          set[action](first, first + length);
          for (let n = first; n <= first + length; n++)
            if (action === 'add') naive.add(n);
            else naive.delete(n);
        }

        const asked = Array.from({ length: more + 1 }, (_, n) => naive.has(at + n));
        expect(set.contains(at, at + more)).toBe(asked.every(Boolean));
        expect(set.overlaps(at, at + more)).toBe(asked.some(Boolean));
        const held = [...set].flatMap(([first, last]) =>
          Array.from({ length: last - first + 1 }, (_, n) => first + n),
        );
        expect(held).toEqual([...naive].toSorted((a, b) => a - b));
        const ranges = [...set];
        for (let n = 1; n < ranges.length; n++)
          expect(ranges[n]?.[0]).toBeGreaterThan((ranges[n - 1]?.[1] ?? 0) + 1);
      }),
    );
  });
});
