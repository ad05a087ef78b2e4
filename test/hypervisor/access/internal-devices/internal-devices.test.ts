import { describe, expect, it } from 'vitest';
import { newIoreq } from '../../../../src/hypervisor/abi/ioreq.js';
import { INTERNAL_DEVICE_NAMES } from '../../../../src/hypervisor/access/internal-devices/internal-device-names.js';
import {
  findInternalDevice,
  internalDeviceNumber,
  isInternalMmio,
} from '../../../../src/hypervisor/access/internal-devices/internal-devices.js';
import { guestWithRam, guestWithServer, HOLE } from '../../../support/guest.js';

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

describe('a device of Xen', () => {
  /** A device model has all ports and all memory above 1M; register 0xd of the clock is selected. */
  function crowded() {
    const world = guestWithServer({ first: 0x10_0000, last: 0xffff_ffff });
    world.server.ranges('port').add(0n, 0xffffn);
    world.d1.deviceRegisters.set('rtc index', 0xd);
    return world;
  }

  // prettier-ignore
  it.each([
    { kind: 'out', port: 0x20, size: 1 },
    { kind: 'out', port: 0xa0, size: 2 },
    { kind: 'out', port: 0x40, size: 1 },
    { kind: 'out', port: 0x61, size: 1 },
    { kind: 'out', port: 0x70, size: 1 },
    { kind: 'out', port: 0x70, size: 2 },
    { kind: 'out', port: 0x71, size: 1 },
    { kind: 'out', port: 0xe9, size: 1 },
    { kind: 'out', port: 0x4d0, size: 1 },
    { kind: 'out', port: 0x1f40, size: 4 },
    { kind: 'out', port: 0x1f48, size: 4 },
    { kind: 'write', gpa: 0xfec0_0010, size: 4 },
    { kind: 'write', gpa: 0xfed0_0000, size: 4 },
    { kind: 'write', gpa: 0xfed0_0010, size: 8 },
    { kind: 'write', gpa: 0xfee0_0080, size: 4 },
    { kind: 'write', gpa: 0xfee0_0080, size: 8 },
    { kind: 'write', gpa: 0xfee0_0ff0, size: 4 },
  ] as const)('keeps from device models: %o', (request) => {
    expect(crowded().guest({ ...request, data: 1n })).toMatchObject({
      outcome: 'completed',
      ioreqs: [],
    });
  });

  it('keeps the time from them when it is set', () => {
    const { d1, guest } = crowded();
    d1.deviceRegisters.set('rtc index', 0);

    expect(guest({ kind: 'out', port: 0x71, size: 1, data: 1n }).ioreqs).toEqual([]);
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
