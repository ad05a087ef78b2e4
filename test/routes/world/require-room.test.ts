import { describe, expect, it } from 'vitest';
import { problemOf } from '../../../src/routes/problems/problem.js';
import { requireRoom } from '../../../src/routes/world/require-room.js';

describe('requireRoom', () => {
  const asked = (are: number) => () =>
    requireRoom('too-many-domains', 'max-domains', { are, most: 2, what: 'domains are there' });

  it('lets in the last that fits', () => {
    expect(asked(1)).not.toThrow();
  });

  it('refuses one more, and says by which limit', () => {
    expect.assertions(1);
    try {
      asked(2)();
    } catch (error) {
      expect(problemOf(error as Error)).toMatchObject({
        status: 507,
        type: 'urn:fakexen:problem:too-many-domains',
        detail: '2 domains are there, and max-domains is 2',
      });
    }
  });
});
