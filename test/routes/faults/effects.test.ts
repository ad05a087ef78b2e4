import { describe, expect, it } from 'vitest';
import type { FaultEffect } from '../../../src/hypervisor/index.js';
import { EFFECTS, effectOf, valueOf } from '../../../src/routes/faults/effects.js';

describe('the main effect of a rule', () => {
  // prettier-ignore
  it.each<[FaultEffect, string, number]>([
    [{ errno: 'EAGAIN', delayMs: 5 },       'errno',       5],
    [{ afterBatches: 3 },                   'preempt',     3],
    [{ drop: 'before' },                    'drop_before', 0],
    [{ drop: 'after', delayMs: 9 },         'drop_after',  9],
    [{ silenceMs: 40 },                     'silence',     40],
    [{ silenceMs: Infinity },                   'silence',     -1],
    [{ delayMs: 7 },                        'delay',       7],
  ])('of %j is %s', (effect, name, value) => {
    expect([effectOf(effect), valueOf(effect)]).toEqual([name, value]);
    expect(EFFECTS).toContain(name);
  });
});
