import { describe, expect, it } from 'vitest';
import {
  copyFromGuest,
  copyToGuest,
  NO_RAM,
} from '../../../../src/hypervisor/access/emulator/guest-copy.js';
import { enableLogDirty } from '../../../../src/hypervisor/p2m/dirty-tracking.js';
import {
  guestWithClaim,
  guestWithRam,
  HOLE,
  preparedAccess,
  stepsOf,
} from '../../../support/guest.js';

const LAST = 0xffff;

describe('copyFromGuest', () => {
  it('reads across pages', () => {
    const world = guestWithRam();
    world.fill(0x3ffe, [1, 2, 3, 4, 5]);
    const access = preparedAccess(world);

    expect(copyFromGuest(access, 0x3ffe, 4)).toBe(0x0403_0201n);
    expect(stepsOf(access)).toEqual(['guest_memory', 'guest_memory']);
  });

  it('reads the same once more, whatever is there by then', () => {
    const world = guestWithRam();
    const access = preparedAccess(world);
    copyFromGuest(access, 0x3000, 4);
    world.fill(0x3000, [1, 2, 3, 4]);

    expect(copyFromGuest(access, 0x3000, 4)).toBe(0n);
    expect(copyFromGuest(access, 0x3000, 2)).toBe(0x0201n);
  });

  it('says where there is no RAM, or where it cannot', () => {
    const world = guestWithRam();
    world.retype(3, 'ram_shared');

    expect(copyFromGuest(preparedAccess(world), LAST, 2)).toBe(NO_RAM);
    expect(copyFromGuest(preparedAccess(world), 0x3000, 2)).toMatchObject({ failure: 'retry' });
  });
});

describe('copyToGuest', () => {
  it('writes across pages and marks them dirty', () => {
    const world = guestWithRam();
    enableLogDirty(world.d1.p2m, true);
    world.fill(0x4002, [5]);
    const access = preparedAccess(world);

    expect(copyToGuest(access, 0x3ffe, 4, 0x0403_0201n)).toBeUndefined();
    expect(world.ram(0x3ffe, 5)).toEqual([1, 2, 3, 4, 5]);
    expect(stepsOf(access)).toEqual(['guest_memory', 'guest_memory']);
    const { bitmap } = world.d1.p2m.logDirty;
    expect([2, 3, 4, 5].map((gfn) => bitmap.has(gfn))).toEqual([false, true, true, false]);
  });

  it('drops what goes to a read-only page', () => {
    const world = guestWithRam();
    world.retype(3, 'ram_ro');
    const access = preparedAccess(world);

    expect(copyToGuest(access, 0x3000, 1, 9n)).toBeUndefined();
    expect([stepsOf(access), world.ram(0x3000, 1)]).toEqual([['write_discarded'], [0]]);
  });

  it('has done the first page when the second stops it', () => {
    const world = guestWithRam();
    world.retype(4, 'grant_map_rw');

    expect(copyToGuest(preparedAccess(world), 0x3fff, 2, 0x0909n)).toMatchObject({
      failure: 'unhandleable',
    });
    expect(world.ram(0x3fff, 1)).toEqual([9]);
  });

  it('finds no RAM in a hole, nor where an ioreq server owns the page', () => {
    expect(copyToGuest(preparedAccess(guestWithRam()), HOLE, 1, 0n)).toBe(NO_RAM);
    expect(copyToGuest(preparedAccess(guestWithClaim()), 0x3000, 1, 0n)).toBe(NO_RAM);
  });
});
