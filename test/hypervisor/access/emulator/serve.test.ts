import { describe, expect, it } from 'vitest';
import { newIoreq } from '../../../../src/hypervisor/abi/ioreq.js';
import type { InternalDevice } from '../../../../src/hypervisor/access/internal-devices/internal-device.js';
import { nobody, serveFrom } from '../../../../src/hypervisor/access/emulator/serve.js';
import { guestWithRam, HOLE, preparedAccess } from '../../../support/guest.js';

const [WRITE, READ] = [0, 1] as const;
const [PIO, COPY] = [0, 1];

/** Reads its own addresses, and keeps what is written. */
function device(refusesFrom = Infinity) {
  const written: [number, number, bigint][] = [];
  const it: InternalDevice = {
    name: 'pit',
    type: PIO,
    accepts: () => true,
    read: (_, addr) => (addr >= refusesFrom ? undefined : BigInt(addr)),
    write(_, addr, size, value) {
      if (addr >= refusesFrom) return false;
      written.push([addr, size, value]);
      return true;
    },
  };
  return { it, written };
}

describe('serveFrom', () => {
  it('reads memory address by address, into RAM', () => {
    const world = guestWithRam();
    const ioreq = newIoreq({
      type: COPY,
      dir: READ,
      addr: 0x10,
      size: 2,
      count: 3,
      dataIsPtr: true,
      data: 0x3000n,
    });

    expect(serveFrom(preparedAccess(world), device().it, ioreq)).toBe(true);
    expect(world.ram(0x3000, 6)).toEqual([0x10, 0, 0x12, 0, 0x14, 0]);
  });

  it('goes down where the request does, and at a port stays', () => {
    const world = guestWithRam();
    world.fill(0x3000, [1, 2, 3, 4]);
    const { it: pit, written } = device();
    const fields = { type: PIO, dir: WRITE, addr: 0x10, size: 1, count: 3, df: true } as const;
    serveFrom(preparedAccess(world), pit, newIoreq({ ...fields, dataIsPtr: true, data: 0x3002n }));

    expect(written).toEqual([
      [0x10, 1, 3n],
      [0x10, 1, 2n],
      [0x10, 1, 1n],
    ]);
  });

  it('writes all ones where what is to be written is in no RAM', () => {
    const { it: pit, written } = device();
    const fields = { type: COPY, dir: WRITE, addr: 0, size: 2, count: 1 } as const;
    const ioreq = newIoreq({ ...fields, dataIsPtr: true, data: BigInt(HOLE) });
    serveFrom(preparedAccess(guestWithRam()), pit, ioreq);

    expect(written).toEqual([[0, 2, 0xffffn]]);
  });

  it('writes all ones where the RAM is not there at the moment', () => {
    const world = guestWithRam();
    world.retype(3, 'ram_shared');
    const { it: pit, written } = device();
    const fields = { type: COPY, dir: WRITE, addr: 0, size: 2, count: 1 } as const;
    const ioreq = newIoreq({ ...fields, dataIsPtr: true, data: 0x3000n });
    serveFrom(preparedAccess(world), pit, ioreq);

    expect(written).toEqual([[0, 2, 0xffffn]]);
  });

  it.each([READ, WRITE] as const)('stops before what the device refuses (direction %i)', (dir) => {
    const access = preparedAccess(guestWithRam());
    const fields = { type: COPY, dir, addr: 0x10, size: 2, count: 4 } as const;
    const some = newIoreq(fields);
    expect([serveFrom(access, device(0x14).it, some), some.count]).toEqual([true, 2]);

    const none = newIoreq(fields);
    expect([serveFrom(access, device(0).it, none), none.count]).toEqual([false, 1]);
  });

  it('is a step of the trace', () => {
    const access = preparedAccess(guestWithRam());
    serveFrom(
      access,
      device().it,
      newIoreq({ type: COPY, dir: READ, addr: 0x10, size: 1, count: 1 }),
    );

    expect(access.trace).toEqual([
      { step: 'internal_device', device: 'pit', addr: '0x10', dir: 'read', data: '0x10' },
    ]);
  });
});

describe('nobody', () => {
  it('answers all ones and takes every write', () => {
    const access = preparedAccess(guestWithRam());
    const read = newIoreq({ type: COPY, dir: READ, addr: 0, size: 4, count: 1 });
    nobody(access, read);
    nobody(access, newIoreq({ type: COPY, dir: WRITE, addr: 0, size: 4, count: 9 }));

    expect(read.data).toBe(2n ** 64n - 1n);
    expect(access.trace).toEqual([]);
  });
});
