import { describe, expect, it } from 'vitest';
import { callCounts, countCall } from '../../src/routes/call-tally.js';
import { formNamed } from '../../src/routes/form-named.js';

describe('countCall', () => {
  it('counts by what a call returned', () => {
    const form = formNamed('hvmop/get_time');
    if (form === undefined) throw new Error('there is no such call');
    const counted = () =>
      Object.fromEntries(
        [...callCounts()]
          .filter(({ op }) => op === 'hvmop/get_time')
          .map((c) => [c.errno, c.calls]),
      );
    expect(counted()).toEqual({});

    countCall(form, 0);
    countCall(form, 0);
    countCall(form, -16);
    countCall(form, Number.NaN);

    expect(counted()).toEqual({ '0': 2, EBUSY: 1, none: 1 });
  });
});
