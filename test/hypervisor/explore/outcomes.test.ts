import { describe, expect, it } from 'vitest';
import { Outcomes } from '../../../src/hypervisor/explore/outcomes.js';

const ending = (result: string) => ({ results: { a: [result] }, state: null, violated: [] });
const moves = (actors: string) =>
  Array.from(actors, (actor) => ({ actor, point: 'guest' }) as const);

describe('Outcomes', () => {
  it('counts schedules by what they lead to, and tells what is new', () => {
    const outcomes = new Outcomes();

    expect(outcomes.add(ending('ok'), moves('ab'))).toMatchObject({ count: 1 });
    expect(outcomes.add(ending('blocked'), moves('ba'))).toMatchObject({ count: 1 });
    expect(outcomes.add(ending('ok'), moves('ab'))).toBeUndefined();
    expect(outcomes.all.map(({ results, count }) => [results['a'], count])).toEqual([
      [['ok'], 2],
      [['blocked'], 1],
    ]);
  });

  it('keeps the first witness with the fewest changes of actor', () => {
    const outcomes = new Outcomes();
    for (const actors of ['abab', 'aabb', 'baba', 'bbaa'])
      outcomes.add(ending('ok'), moves(actors));

    expect(outcomes.all[0]?.witness).toEqual(moves('aabb'));
  });
});
