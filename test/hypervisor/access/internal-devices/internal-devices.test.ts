import { describe, expect, it } from 'vitest';
import { newIoreq } from '../../../../src/hypervisor/abi/ioreq.js';
import { INTERNAL_DEVICE_NAMES } from '../../../../src/hypervisor/access/internal-devices/internal-device-names.js';
import {
  findInternalDevice,
  internalDeviceNumber,
  isInternalMmio,
} from '../../../../src/hypervisor/access/internal-devices/internal-devices.js';
import { guestWithRam, HOLE } from '../../../support/guest.js';

const [PIO, COPY] = [0, 1];

describe('findInternalDevice', () => {
  // prettier-ignore
  it.each([
    // type  addr          size  device       without a whole PC
    [PIO,    0xcf8,        4,    'pci_latch', 'pci_latch'],
    [PIO,    0xe9,         1,    'debug_port','debug_port'],
    [PIO,    0x20,         1,    'vpic',      undefined],
    [PIO,    0x40,         1,    'pit',       undefined],
    [PIO,    0x70,         1,    'rtc',       undefined],
    [PIO,    0x1f48,       4,    'pm_timer',  undefined],
    [PIO,    0x60,         1,    undefined,   undefined],
    [COPY,   0xa_0000,     4,    'stdvga',    undefined],
    [COPY,   0xfed0_0000,  4,    'hpet',      undefined],
    [COPY,   0xfec0_0000,  4,    'vioapic',   undefined],
    [COPY,   0xfee0_0000,  4,    'vlapic',    'vlapic'],
    [COPY,   HOLE,         4,    undefined,   undefined],
    // the last of each, and what lies behind
    [PIO,    0x21,         1,    'vpic',      undefined],
    [PIO,    0x22,         1,    undefined,   undefined],
    [PIO,    0xa1,         1,    'vpic',      undefined],
    [PIO,    0xa2,         1,    undefined,   undefined],
    [PIO,    0x4d1,        1,    'vpic',      undefined],
    [PIO,    0x4d2,        1,    undefined,   undefined],
    [PIO,    0x4d0,        2,    undefined,   undefined],
    [PIO,    0x43,         1,    'pit',       undefined],
    [PIO,    0x44,         1,    undefined,   undefined],
    [PIO,    0x61,         1,    'pit',       undefined],
    [PIO,    0x61,         2,    undefined,   undefined],
    [PIO,    0x71,         1,    'rtc',       undefined],
    [PIO,    0x72,         1,    undefined,   undefined],
    [PIO,    0x1f40,       4,    'pm_timer',  undefined],
    [PIO,    0x1f44,       4,    undefined,   undefined],
    [PIO,    0x1f4c,       4,    undefined,   undefined],
    [PIO,    0xcfc,        4,    undefined,   undefined],
    [PIO,    0xea,         1,    undefined,   undefined],
    [COPY,   0xb_ffff,     1,    'stdvga',    undefined],
    [COPY,   0xb_ffff,     2,    undefined,   undefined],
    [COPY,   0xfed0_03ff,  1,    'hpet',      undefined],
    [COPY,   0xfed0_0400,  1,    undefined,   undefined],
    [COPY,   0xfec0_00ff,  1,    'vioapic',   undefined],
    [COPY,   0xfec0_0100,  1,    undefined,   undefined],
    [COPY,   0xfee0_0fff,  1,    'vlapic',    'vlapic'],
    // memory at an address that is a port of theirs
    [COPY,   0x40,         1,    undefined,   undefined],
    [COPY,   0xcf8,        4,    undefined,   undefined],
  ])('type %i at 0x%x, %i bytes: %s', (type, addr, size, device, withoutPc) => {
    const ioreq = newIoreq({ type, addr, size, count: 1 });

    expect(findInternalDevice(guestWithRam().d1, ioreq)?.name).toBe(device);
    expect(findInternalDevice(guestWithRam({ emulation: 'lapic' }).d1, ioreq)?.name).toBe(withoutPc);
  });
});

describe('isInternalMmio', () => {
  it.each([
    [0xfee0_0ff0, true],
    [0xfee0_1000, false],
    [0xa_0000, true],
    [HOLE, false],
    [2 ** 40, false],
  ])('of 0x%x: %s', (gpa, is) => {
    expect(isInternalMmio(guestWithRam().d1, gpa)).toBe(is);
  });
});

describe('internalDeviceNumber', () => {
  it('is where its name stands', () => {
    const { d1 } = guestWithRam();
    const pit = findInternalDevice(d1, newIoreq({ type: PIO, addr: 0x40, size: 1 }));

    expect(INTERNAL_DEVICE_NAMES[internalDeviceNumber(pit!)]).toBe('pit');
  });
});
