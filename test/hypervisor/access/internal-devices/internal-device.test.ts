import { describe, expect, it } from 'vitest';
import { newIoreq } from '../../../../src/hypervisor/abi/ioreq.js';
import {
  isWholePc,
  liesIn,
  merge,
  part,
  startsIn,
  withinPorts,
} from '../../../../src/hypervisor/access/internal-devices/internal-device.js';
import { guestWithRam } from '../../../support/guest.js';

describe('withinPorts, startsIn and liesIn', () => {
  // prettier-ignore
  it.each([
    // addr   size count  within  starts  lies
    [0x40,    1,   1,     true,   true,   true],
    [0x43,    1,   1,     true,   true,   true],
    [0x42,    4,   1,     false,  true,   false],
    [0x40,    4,   1,     true,   true,   true],
    [0x40,    1,   4,     true,   true,   true],
    [0x40,    1,   5,     true,   true,   false],
    [0x40,    1,   9,     true,   true,   false],
    [0x3f,    2,   1,     false,  false,  false],
    [0x44,    1,   1,     false,  false,  false],
  ])('of %i', (addr, size, count, within, starts, lies) => {
    const ioreq = newIoreq({ addr, size, count });

    expect(withinPorts(ioreq, 0x40, 4)).toBe(within);
    expect(startsIn(ioreq, 0x40, 4)).toBe(starts);
    expect(liesIn(ioreq, 0x40, 4)).toBe(lies);
  });
});

describe('part and merge', () => {
  it('take bytes out of a register and put them in', () => {
    expect(part(0x8899_aabb, 1, 2)).toBe(0x99aan);
    expect(part(-1, 0, 4)).toBe(0xffff_ffffn);
    expect(merge(0x8899_aabb, 1, 2, 0x1122n)).toBe(0x8811_22bb);
    expect(merge(0, 0, 4, 0xffff_fffen)).toBe(0xffff_fffe);
  });
});

describe('isWholePc', () => {
  it('is so unless the domain has only a local APIC', () => {
    expect(isWholePc(guestWithRam().d1)).toBe(true);
    expect(isWholePc(guestWithRam({ emulation: 'lapic' }).d1)).toBe(false);
  });
});
