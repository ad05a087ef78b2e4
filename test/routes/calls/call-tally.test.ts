import { describe, expect, it } from 'vitest';
import { callCounts, countCall } from '../../../src/routes/calls/call-tally.js';
import { formNamed } from '../../../src/routes/forms/form-named.js';

describe('countCall', () => {
  it('counts by what a call returned', () => {
    const form = formNamed('hvmop/get_time');
    if (form === undefined) throw new Error('there is no such call');
    const counted = (): Readonly<Record<string, number>> =>
      Object.fromEntries(
        [...callCounts()]
          .filter(({ op }) => op === 'hvmop/get_time')
          .map((c) => [c.errno, c.calls]),
      );
    // Other tests may have called it.
    const { '0': done = 0, EBUSY: busy = 0, none = 0, ...others } = counted();

    countCall(form, 0);
    countCall(form, 0);
    countCall(form, -16);
    countCall(form, Number.NaN);

    expect(counted()).toEqual({ '0': done + 2, EBUSY: busy + 1, none: none + 1, ...others });
  });
});
