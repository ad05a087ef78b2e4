import { describe, expect, it } from 'vitest';
import {
  mapRam,
  readMapping,
  writeMapping,
  type Mapping,
} from '../../../../src/hypervisor/access/emulator/ram-mapping.js';
import type { P2mTypeName } from '../../../../src/hypervisor/abi/p2m-type.js';
import { fillTables, guestWithRam, preparedAccess, stepsOf } from '../../../support/guest.js';

describe('mapRam', () => {
  it('maps an operand page by page', () => {
    expect(mapRam(preparedAccess(guestWithRam()), 0x3ffe, 8)).toMatchObject([
      { gfn: 3, offset: 0xffe, bytes: 2 },
      { gfn: 4, offset: 0, bytes: 6 },
    ]);
  });

  // prettier-ignore
  it.each<[P2mTypeName, P2mTypeName, unknown]>([
    // page 3          page 4          mapping
    ['ram_rw',         'ioreq_server', 'mmio'],
    ['ioreq_server',   'ram_ro',       'mmio'],
    ['ram_ro',         'ioreq_server', 'discard'],
    ['ram_rw',         'ram_ro',       'discard'],
    ['ram_rw',         'ram_shared',   { failure: 'retry', why: 0 }],
    ['grant_map_rw',   'ram_rw',       { failure: 'unhandleable' }],
  ])('with %s before %s: %o', (first, second, mapping) => {
    const world = guestWithRam();
    world.retype(3, first);
    world.retype(4, second);

    const access = preparedAccess(world);

    expect(mapRam(access, 0x3ffe, 8)).toEqual(mapping);
    expect(stepsOf(access)).toEqual(mapping === 'discard' ? ['write_discarded'] : []);
  });

  it('gives the guest its page fault', () => {
    const access = preparedAccess(guestWithRam());
    access.cpu.cr3 = 0x1000n;

    expect(mapRam(access, 0x3000, 8)).toMatchObject({ failure: 'exception' });
  });

  it('maps for writing', () => {
    const world = guestWithRam();
    fillTables(world, [0x7001n]);
    const access = preparedAccess(world);
    access.cpu.cr3 = 0x1000n;

    expect(mapRam(access, 0, 8)).toMatchObject({ exception: { vector: 14, error: 3 } });
  });
});

describe('readMapping and writeMapping', () => {
  it('see it as one value', () => {
    const world = guestWithRam();
    const access = preparedAccess(world);
    const mapping = mapRam(access, 0x3ffe, 8) as Exclude<Mapping, string>;
    writeMapping(access, mapping, 0x8877_6655_4433_2211n);

    expect(world.ram(0x3ffe)).toEqual([0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88]);
    expect(readMapping(access, mapping)).toBe(0x8877_6655_4433_2211n);
    expect(access.trace).toMatchObject([
      { step: 'guest_memory', gpa: '0x3ffe', size: 2 },
      { step: 'guest_memory', gpa: '0x4000', size: 6 },
    ]);
  });
});
