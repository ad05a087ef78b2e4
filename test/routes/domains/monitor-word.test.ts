import { expect, it } from 'vitest';
import { describeEvent, exchangeAnswer } from '../../../src/routes/domains/monitor-word.js';

it('says what a guest has tried, and leaves out a linear address that nobody knows', () => {
  const event = describeEvent({
    seq: 3,
    vcpu: 1,
    isPaused: false,
    access: {
      gfn: 16,
      offset: 0,
      gla: undefined,
      read: true,
      write: false,
      fetch: true,
      fault: 'unknown',
    },
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

it('says of what the guest asked for only that it did', () => {
  const event = describeEvent({ seq: 4, vcpu: 0, isPaused: true, access: undefined });

  expect(exchangeAnswer.encode({ events: [event], stale: [] })).toEqual({
    events: [{ seq: 4, reason: 'guest_request', vcpu: 0, vcpu_paused: true }],
    stale: [],
  });
});
