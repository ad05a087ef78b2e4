import { describe, expect, it } from 'vitest';
import {
  contiguous,
  knownGpa,
  latch,
  toPhysical,
} from '../../../../src/hypervisor/access/emulator/linear-address.js';
import { fillTables, guestWithRam, HOLE, preparedAccess } from '../../../support/guest.js';

const [P, W, A, D] = [1, 2, 0x20, 0x40];
const stretch = { bytes: 4, reps: 8, backwards: false, writes: false };

/** Linear pages 0, 1, 2, 3, 4 lie at guest-physical 0x7000, 0x8000, nowhere, 0x5000, 0x6000. */
function paged() {
  const world = guestWithRam();
  fillTables(world, [0x7003n, 0x8001n, 0n, 0x5003n, 0x6003n]);
  const access = preparedAccess(world);
  access.cpu.cr3 = 0x1000n;
  return { ...world, access };
}

describe('toPhysical', () => {
  it('adds the distance where the guest has no tables', () => {
    const access = preparedAccess(guestWithRam(), { kind: 'read', gpa: 0x3000, gla: 0x5000 });

    expect(toPhysical(access, 0x5010, false)).toBe(0x3010);
  });

  it('walks the tables, and gives the guest its page fault', () => {
    const { access } = paged();

    expect(toPhysical(access, 0x1008, false)).toBe(0x8008);
    expect(toPhysical(access, 0x1008, true)).toEqual({
      failure: 'exception',
      exception: { vector: 14, error: 3, cr2: 0x1008n },
    });
  });

  it('sets the flags of what it has used', () => {
    const { access, ram } = paged();
    toPhysical(access, 0x1008, false);
    toPhysical(access, 0x0008, true);

    expect([ram(0x4000, 1), ram(0x4008, 1)]).toEqual([[P | W | A | D], [P | A]]);
  });

  it('gives up where a table is no RAM, or none at the moment', () => {
    const { access, retype } = paged();
    access.cpu.cr3 = BigInt(HOLE);
    expect(toPhysical(access, 0, false)).toEqual({ failure: 'unhandleable' });

    access.cpu.cr3 = 0x1000n;
    retype(4, 'ram_shared');
    expect(toPhysical(access, 0, false)).toEqual({ failure: 'unhandleable' });
  });
});

describe('contiguous', () => {
  it('takes all of them where the guest has no tables', () => {
    const access = preparedAccess(guestWithRam());

    expect(contiguous(access, 0x3ff0, { ...stretch, reps: 4096 })).toEqual({
      gpa: 0x3ff0,
      reps: 4096,
    });
  });

  // prettier-ignore
  it.each([
    // gla     bytes reps backwards  result
    [0x0ff0,   4,    8,   false,     { gpa: 0x7ff0, reps: 8 }],
    [0x1ff0,   4,    8,   false,     { gpa: 0x8ff0, reps: 4 }],
    [0x1ffe,   4,    8,   false,     { failure: 'exception' }],
    [0x1004,   4,    8,   true,      { gpa: 0x8004, reps: 8 }],
    [0x3004,   4,    8,   true,      { gpa: 0x5004, reps: 2 }],
    [0x2000,   4,    8,   false,     { failure: 'exception' }],
    [0x0004,   4,    8,   true,      { gpa: 0x7004, reps: 2 }],
    [0x1ffe,   4,    1,   true,      { failure: 'exception' }],
    [0x3ff0,   4,    8,   false,     { gpa: 0x5ff0, reps: 8 }],
    [0x3ff0,   4,    4096, false,    { gpa: 0x5ff0, reps: 1028 }],
  ])('from 0x%x, %i bytes by %i, backwards %s', (gla, bytes, reps, backwards, result) => {
    expect(contiguous(paged().access, gla, { bytes, reps, backwards, writes: false })).toMatchObject(result);
  });

  it('goes on over pages that lie one behind the other, in either direction', () => {
    const { access, fill } = paged();
    fill(0x4010, [0x01, 0x90]);
    const long = { bytes: 4, reps: 3000, writes: false };

    expect(contiguous(access, 0x0ff0, { ...long, backwards: false })).toMatchObject({ reps: 2052 });
    expect(contiguous(access, 0x2ff0, { ...long, backwards: true })).toMatchObject({ reps: 3000 });
    fill(0x4010, [0x01, 0x50]);
    expect(contiguous(access, 0x0010, { ...long, backwards: false })).toMatchObject({ reps: 2044 });
  });

  it('gives up where the first element lies in two places', () => {
    const { access, fill } = paged();
    fill(0x4010, [0x01, 0x50]);

    expect(contiguous(access, 0x1ffe, stretch)).toEqual({ failure: 'unhandleable' });
  });
});

describe('latch and knownGpa', () => {
  it('remember one translation for what it was made for', () => {
    const access = preparedAccess(guestWithRam());
    expect(knownGpa(access, 0x5008, 4, false)).toBeUndefined();

    latch(access, 0x5008, 0x3008, false);
    latch(access, 0x6000, 0x4000, true);
    expect(knownGpa(access, 0x5ffc, 4, false)).toBe(0x3ffc);
    expect(knownGpa(access, 0x5ffc, 4, true)).toBeUndefined();
    expect(knownGpa(access, 0x5ffd, 4, false)).toBeUndefined();
    expect(knownGpa(access, 0x6000, 4, false)).toBeUndefined();
  });
});
