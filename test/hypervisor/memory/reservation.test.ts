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

  it('takes all that a machine of 16 TiB has without as many steps', () => {
    const { d1, host } = hostWithRam(16);
    const [before, hole] = [d1.machine.lowestRun(0), 8];
    d1.maxPages = 2 ** 40;
    d1.memory.free(d1.p2m.query(hole).mfn, 1);
    let asked = 0;

    const done = runTask(
      increaseReservation(d1, { ...request, nrExtents: 2 ** 32 - 1, order: 0 }),
      () => {
        asked++;
        return false;
      },
    );

    expect(done).toBe(before.nr + 1);
    expect([asked < 5000, d1.pages, host.machine.lowestRun(0).nr]).toEqual([
      true,
      15 + before.nr + 1,
      0,
    ]);
  });

  it('takes no more than it was asked for, by runs as well', () => {
    const { d1 } = hostWithRam(16);
    d1.maxPages = 2 ** 40;

    const done = runTask(increaseReservation(d1, { ...request, nrExtents: 5000, order: 0 }));

    expect([done, d1.pages]).toEqual([5000, 5016]);
  });

  it('takes no more below an address than there are, by runs as well', () => {
    const { d1 } = hostWithRam(16);
    d1.maxPages = 2 ** 40;
    const frames = 2 ** (25 - 12) - d1.machine.lowestRun(0).first;

    const request = { nrExtents: 2 ** 20, order: 0, memFlags: 25, done: 0 };

    expect([runTask(increaseReservation(d1, request)), d1.memory.tryAllocate(0)]).toEqual([
      frames,
      2 ** 13,
    ]);
  });
});
