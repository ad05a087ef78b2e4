import { describe, expect, it } from 'vitest';
import { Given } from '../../src/cli/given.js';
import { accessOptionsIn, shownAccess } from '../../src/cli/guest-access.js';

describe('shownAccess', () => {
  it.each([
    ['completed', 0],
    ['pending', 0],
    ['domain_crash', 1],
    ['injected', 1],
  ] as const)('of one that is %s ends with %i', (outcome, status) => {
    const answer = { id: 1, vcpu: 0, outcome, data: null, exits: [], ioreqs: [], trace: [] };

    const shown = shownAccess(answer);
    expect(shown.status).toBe(status);
    expect(shown.text).toContain(`outcome  ${outcome}`);
  });
});

describe('accessOptionsIn', () => {
  it('asks for four bytes unless told otherwise', () => {
    expect(accessOptionsIn(new Given([]))).toEqual({ size: 4, trace: false });
    expect(
      accessOptionsIn(
        new Given([
          ['wait', '0'],
          ['vcpu', '1'],
          ['size', '8'],
        ]),
      ),
    ).toEqual({
      size: 8,
      trace: false,
      wait: 0,
      vcpu: 1,
    });
  });
});
