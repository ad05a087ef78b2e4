import { describe, expect, it } from 'vitest';
import { runStateInWords } from '../../../../console/src/views/domains/run-state.js';

const RUNS = { pause_count: 0, controller_pause_count: 0 };

describe('runStateInWords', () => {
  // prettier-ignore
  it.each([
    ['running',               {}],
    ['paused',                { pause_count: 1 }],
    ['paused by its toolstack', { pause_count: 2, controller_pause_count: 1 }],
    ['shut down (crash)',     { shutdown: { reason: 3, name: 'crash', complete: true } }],
    ['shut down (reason 99)', { shutdown: { reason: 99, complete: true } }],
  ])('says %s', (words, state) => {
    expect(runStateInWords({ ...RUNS, ...state })).toBe(words);
  });
});
