import { describe, expect, it } from 'vitest';
import { throughEpt } from '../../../src/hypervisor/access/through-ept.js';
import { guestWithRam, HOLE, preparedAccess, stepsOf } from '../../support/guest.js';

const [READ, WRITE] = [1, 2];

describe('throughEpt', () => {
  it('finds the frame and records how', () => {
    const world = guestWithRam();
    const access = preparedAccess(world);

    expect(throughEpt(access, 0x3123, READ, 0x3123, 'translated')).toBe(world.d1.p2m.query(3).mfn);
    expect(stepsOf(access)).toEqual(['ept_walk', 'ept_walk', 'ept_walk', 'ept_walk', 'hit']);
    expect(access.trace.at(-1)).toMatchObject({ gpa: '0x3123' });
  });

  it('exits where the EPT does not permit the access', () => {
    const world = guestWithRam();
    world.retype(3, 'ram_ro');
    const stop = throughEpt(preparedAccess(world), 0x3123, WRITE, 0x9123, 'in_paging_structure');

    expect(stop).toEqual({ kind: 'EPT_VIOLATION', gpa: 0x3123, qualification: 0xaa, gla: 0x9123 });
  });

  it('tells no linear address where hardware has none', () => {
    const access = preparedAccess(guestWithRam(), { kind: 'read', gpa: HOLE, gla: null });

    expect(throughEpt(access, HOLE, READ, HOLE, 'translated')).toMatchObject({ qualification: 1 });
  });

  it('exits at an entry that hardware cannot make sense of', () => {
    const world = guestWithRam();
    world.retype(3, 'ram_rw', 'w');

    expect(throughEpt(preparedAccess(world), 0x3000, READ, 0x3000, 'translated')).toEqual({
      kind: 'EPT_MISCONFIG',
      gpa: 0x3000,
    });
  });
});
