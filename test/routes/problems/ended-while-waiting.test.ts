import { describe, expect, it } from 'vitest';
import { ENDED_WHILE_WAITING } from '../../../src/routes/problems/ended-while-waiting.js';
import { ownStatusOf, type OwnProblem } from '../../../src/routes/problems/problem.js';

describe('ENDED_WHILE_WAITING', () => {
  it('are problems that a client can go on from', () => {
    const statuses = Object.keys(ENDED_WHILE_WAITING).map((name) =>
      ownStatusOf(name as OwnProblem),
    );

    expect(new Set(statuses)).toEqual(new Set([410, 503]));
  });
});
