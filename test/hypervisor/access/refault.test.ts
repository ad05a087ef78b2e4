import { describe, expect, it } from 'vitest';
import { isSameFault, refaultOf, stillRefaults } from '../../../src/hypervisor/access/refault.js';
import { invalidateAll } from '../../../src/hypervisor/ept/ept-invalidate.js';
import type { Stop } from '../../../src/hypervisor/access/stop.js';
import { guestWithClaim, preparedAccess } from '../../support/guest.js';

const IOREQ_SERVER = 15;
/** A write to page 3, which may be read: its qualification without a linear address. */
const STOP: Stop = { kind: 'EPT_VIOLATION', gpa: 0x3008, gla: 0x3008, qualification: 0x0a };
const OTHER: Stop = { kind: 'EPT_MISCONFIG', gpa: 0x3008 };

describe('refaultOf', () => {
  it('is the fault and what it depends on', () => {
    const { d1 } = guestWithClaim();

    expect(refaultOf(STOP, d1)).toEqual({
      gpa: 0x3008,
      qualification: 0x0a,
      type: IOREQ_SERVER,
      owner: 0,
    });
    expect(refaultOf(OTHER, d1)).toBeUndefined();
  });
});

describe('isSameFault', () => {
  it('holds until something of it changes', () => {
    const { d1, retype } = guestWithClaim();
    const before = refaultOf(STOP, d1);
    expect(isSameFault(before, STOP, d1)).toBe(true);
    expect(isSameFault(before, { ...STOP, gpa: 0x3010 }, d1)).toBe(false);
    expect(isSameFault(before, { ...STOP, qualification: 0x0b }, d1)).toBe(false);
    expect(isSameFault(before, OTHER, d1)).toBe(false);
    expect(isSameFault(undefined, STOP, d1)).toBe(false);

    retype(3, 'ram_ro');
    expect(isSameFault(before, STOP, d1)).toBe(false);
  });

  it('does not hold once another owns the page', () => {
    const { d1, server } = guestWithClaim();
    const before = refaultOf(STOP, d1);
    d1.p2m.claim.disclaim(server.id);

    expect(isSameFault(before, STOP, d1)).toBe(false);
  });
});

describe('stillRefaults', () => {
  const faulting = () => {
    const world = guestWithClaim();
    const access = preparedAccess(world, { kind: 'write', gpa: 0x3008 });
    access.refault = refaultOf(STOP, world.d1);
    return { ...world, access };
  };

  it('holds while the machine is as it was', () => {
    expect(stillRefaults(faulting().access)).toBe(true);
  });

  it('does not where another owns the page, or it may be written', () => {
    const { access, retype, d1, server } = faulting();
    d1.p2m.claim.disclaim(server.id);
    expect(stillRefaults(access)).toBe(false);

    retype(3, 'ram_rw');
    expect(stillRefaults(access)).toBe(false);
  });

  it('does not where the page permits less, or is of another type', () => {
    const closed = faulting();
    closed.retype(3, 'ioreq_server', 'n');
    expect(stillRefaults(closed.access)).toBe(false);

    const readOnly = faulting();
    readOnly.retype(3, 'ram_ro', 'r');
    expect(stillRefaults(readOnly.access)).toBe(false);
  });

  it('does not where a walk would now meet a misconfiguration', () => {
    const { access, d1 } = faulting();
    invalidateAll(d1.p2m.tables, true);

    expect(stillRefaults(access)).toBe(false);
  });

  it('cannot know where the guest has tables of its own, or nothing has faulted', () => {
    const { access } = faulting();
    access.cpu.cr3 = 0x1000n;
    expect(stillRefaults(access)).toBe(false);

    access.cpu.cr3 = undefined;
    access.refault = undefined;
    expect(stillRefaults(access)).toBe(false);
  });
});
