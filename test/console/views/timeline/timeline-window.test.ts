import { describe, expect, it } from 'vitest';
import {
  around,
  following,
  panned,
  spanOf,
  whole,
  zoomed,
} from '../../../../console/src/views/timeline/timeline-window.js';

describe('the window of a timeline', () => {
  it('keeps what is under the pointer where it is when it is zoomed', () => {
    expect(zoomed({ left: 0, right: 100 }, 0.5, 25)).toEqual({ left: 12.5, right: 62.5 });
    expect(spanOf(zoomed({ left: 0, right: 100 }, 0.0001, 50))).toBe(4);
  });

  it('moves as a whole', () => {
    expect(panned({ left: 0, right: 10 }, -3)).toEqual({ left: -3, right: 7 });
    expect(around(100, 10)).toEqual({ left: 95, right: 105 });
  });

  it('has the newest near its right edge when it follows', () => {
    expect(following(1000, 100)).toEqual({ left: 905, right: 1005 });
  });

  it('has everything, however little there is', () => {
    const { left, right } = whole(10, 110);

    expect([left < 10, right > 110]).toEqual([true, true]);
    expect(spanOf(whole(5, 5))).toBeGreaterThan(0);
  });
});
