import { expect, it } from 'vitest';
import { outcomesInOrder } from '../../src/client/outcomes-in-order.js';

it('outcomesInOrder counts the worst first, then the most frequent', () => {
  const outcome = (count: number, violated: string[] = []) => ({ count, violated });
  const outcomes = [outcome(3), outcome(80), outcome(5, ['no_stuck_vcpu'])];

  const numbered = outcomesInOrder(outcomes);

  expect(numbered.map(({ nr, outcome: { count } }) => [nr, count])).toEqual([
    [1, 5],
    [2, 80],
    [3, 3],
  ]);
});
