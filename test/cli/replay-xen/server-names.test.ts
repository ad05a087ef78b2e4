import { describe, expect, it } from 'vitest';
import { ServerNames } from '../../../src/cli/replay-xen/server-names.js';

function namesOf(...created: [id: number, isBuffering?: boolean][]) {
  const names = new ServerNames();
  for (const [id, isBuffering = false] of created) names.add(id, isBuffering);
  return names;
}

describe('ServerNames', () => {
  it('goes by the order of creation', () => {
    const names = namesOf([0], [1]);

    expect([0, 1, 2].map((id) => names.letterOf(id))).toEqual(['A', 'B', '?']);
    expect(names.idOf('B')).toBe(1);
    expect(() => names.idOf('C')).toThrow('no server is called C');
  });

  it('gives a used id the name of whom it has been given to last', () => {
    const names = namesOf([0], [1], [0]);

    expect([0, 1].map((id) => names.letterOf(id))).toEqual(['C', 'B']);
  });

  it('knows who has a buffered ring, the oldest first', () => {
    expect(namesOf([0, true], [1], [2, true], [0, true]).buffering).toEqual([2, 0]);
  });
});
