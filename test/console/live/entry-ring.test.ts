import { describe, expect, it } from 'vitest';
import { EntryRing } from '../../../console/src/live/entry-ring.js';
import type { Entry } from '../../../console/src/live/entry.js';

const entriesFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ seq: first + index }) as Entry);

describe('EntryRing', () => {
  it('keeps the latest, in order, and not much more than it promises', () => {
    const ring = new EntryRing();
    for (let batch = 0; batch < 100; batch++) ring.push(entriesFrom(batch * 1000, 1000));

    expect(ring.all.at(-1)?.seq).toBe(99_999);
    expect(ring.all.length).toBeGreaterThanOrEqual(65_536);
    expect(ring.all.length).toBeLessThanOrEqual(65_536 + 8_192);
    expect(ring.all.every(({ seq }, index) => seq === (ring.all[0]?.seq ?? 0) + index)).toBe(true);
  });

  it('forgets everything at once', () => {
    const ring = new EntryRing();
    ring.push(entriesFrom(0, 3));
    ring.clear();

    expect(ring.all).toEqual([]);
  });
});
