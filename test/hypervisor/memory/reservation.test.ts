import { describe, expect, it } from 'vitest';
import {
  frameLimitOf,
  increaseReservation,
  isOrderAllowed,
} from '../../../src/hypervisor/memory/reservation.js';
import { Restart, runTask } from '../../../src/hypervisor/schedule/task.js';
import { hostWithRam } from '../../support/host.js';

const ON_DEMAND = 1 << 16;

describe('isOrderAllowed', () => {
  // prettier-ignore
  it.each([
    [18, 0, 0,         true],
    [19, 0, 0,         false],
    [9,  1, 0,         true],
    [10, 1, 0,         false],
    [18, 1, ON_DEMAND, true],
    [19, 0, ON_DEMAND, false],
  ])('order %d by domain %d with flags %d: %s', (order, caller, flags, allowed) => {
    expect(isOrderAllowed(order, caller, flags)).toBe(allowed);
  });
});

describe('frameLimitOf', () => {
  it.each([
    [0, Infinity],
    [12, 0],
    [13, 2],
    [0x10020, 2 ** 20],
  ])('flags 0x%s', (flags, limit) => {
    expect(frameLimitOf(flags)).toBe(limit);
  });
});

describe('increaseReservation', () => {
  const request = { nrExtents: 3, order: 1, memFlags: 0, done: 0 };

  it('takes frames that the domain sees nowhere, as many as it may have', () => {
    const { d1 } = hostWithRam(16);
    d1.maxPages = 21;

    expect(runTask(increaseReservation(d1, request))).toBe(2);

    expect([d1.pages, d1.p2m.maxMappedGfn]).toEqual([20, 15]);
  });

  it('gives way between extents, and goes on', () => {
    const { d1 } = hostWithRam(16);

    const rest = runTask(increaseReservation(d1, request), () => true);
    expect(rest).toEqual(new Restart({ done: 1 }));
    expect(runTask(increaseReservation(d1, { ...request, done: 1 }))).toBe(3);
    expect(d1.pages).toBe(22);
  });
});
