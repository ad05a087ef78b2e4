import { expect, it } from 'vitest';
import { describeEvent, exchangeAnswer } from '../../src/routes/monitor-word.js';

it('says what a guest has tried, and leaves out a linear address that nobody knows', () => {
  const event = describeEvent({
    seq: 3,
    vcpu: 1,
    gfn: 16,
    offset: 0,
    gla: undefined,
    read: true,
    write: false,
    fetch: true,
    fault: 'unknown',
    isPaused: false,
  });

  expect(exchangeAnswer.encode({ events: [event], stale: [] })).toEqual({
    events: [
      {
        seq: 3,
        reason: 'mem_access',
        vcpu: 1,
        vcpu_paused: false,
        gfn: '0x10',
        offset: 0,
        tried: ['read', 'fetch'],
        fault: 'unknown',
      },
    ],
    stale: [],
  });
});
