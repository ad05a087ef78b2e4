import { describe, expect, it } from 'vitest';
import {
  drawnWitness,
  isAsExpected,
  raceIsAsExpected,
} from '../../../../console/src/views/tour/holds.js';

describe('isAsExpected', () => {
  const call = { call: 'GET /', status: 200, answer: { ioreqs: [{ data: '0x2a' }] } };
  const came = (answer: unknown, status = 200) => isAsExpected(call, { status, answer });

  it('lets an answer hold more than is expected', () => {
    expect(came({ ioreqs: [{ seq: 1, data: '0x2a' }], stale: [] })).toBe(true);
  });

  it('wants the status, every field, and lists of that length', () => {
    expect(came({ ioreqs: [{ data: '0x2a' }] }, 409)).toBe(false);
    expect(came({ ioreqs: [{ data: '0x2b' }] })).toBe(false);
    expect(came({ ioreqs: [{ data: '0x2a' }, {}] })).toBe(false);
    expect(came({ ioreqs: [] })).toBe(false);
    expect(came({})).toBe(false);
    expect(came(undefined)).toBe(false);
  });
});

describe('a race', () => {
  const race = { example: '', violates: ['v'], exits: ['EPT_VIOLATION'], outcome: 'injected' };
  const outcome = (violated: string[], how: string) => ({
    violated,
    results: { vcpu0: [{ outcome: how, exits: [{ reason: 'EPT_VIOLATION' }] }] },
    witness: [how],
  });

  it('is drawn by the outcome that it names', () => {
    const explored = { outcomes: [outcome([], 'completed'), outcome(['v'], 'injected')] };

    expect(drawnWitness(race, explored)).toEqual(['injected']);
    expect(raceIsAsExpected(race, explored)).toBe(true);
  });

  it('is not as expected where something else is violated, or the outcome is not there', () => {
    expect(raceIsAsExpected(race, { outcomes: [outcome(['v', 'w'], 'injected')] })).toBe(false);
    expect(raceIsAsExpected(race, { outcomes: [outcome(['v'], 'completed')] })).toBe(false);
  });
});
