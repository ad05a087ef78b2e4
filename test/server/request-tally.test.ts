import { describe, expect, it } from 'vitest';
import { BUCKETS, RouteTally } from '../../src/server/request-tally.js';

describe('RouteTally', () => {
  it('puts an answer into the first bucket that holds it', () => {
    const tally = new RouteTally('GET', '/domains');

    tally.count(200, 0.1);
    tally.count(200, 0.2);
    tally.count(404, 60_000);

    expect([...tally.buckets]).toEqual([1, 1, ...BUCKETS.slice(2).map(() => 0), 1]);
    expect([...tally.statuses]).toEqual([
      [200, 2],
      [404, 1],
    ]);
    expect(tally.seconds).toBeCloseTo(60.0003);
  });
});
