import { describe, expect, it } from 'vitest';
import { patienceOf } from '../../../src/routes/http/prefer.js';

describe('patienceOf', () => {
  // prettier-ignore
  it.each([
    [undefined,                 30_000],
    ['',                        30_000],
    ['wait=5',                   5_000],
    ['wait=0',                       0],
    ['WAIT = "7"',               7_000],
    ['handling=strict, wait=2',  2_000],
    ['respond-async',                0],
    ['respond-async; wait=9',        0],
    ['wait=soon',               30_000],
    ['wait=999999999',      86_400_000],
  ])('takes %j for %d ms', (prefer, ms) => {
    expect(patienceOf(prefer, 30)).toBe(ms);
  });
});
