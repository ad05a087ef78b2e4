import { expect, it } from 'vitest';
import { inOrder } from '../../../../console/src/views/explorer/in-order.js';

it('counts outcomes as the command line does: the worst first, then the most frequent', () => {
  const outcome = (count: number, violated: string[] = []) => ({ count, violated });
  const outcomes = [outcome(3), outcome(80), outcome(5, ['no_stuck_vcpu'])];

  const numbered = inOrder({ outcomes } as unknown as Parameters<typeof inOrder>[0]);

  expect(numbered.map(({ nr, outcome: { count } }) => [nr, count])).toEqual([
    [1, 5],
    [2, 80],
    [3, 3],
  ]);
});
