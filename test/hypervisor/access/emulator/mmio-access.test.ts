import { describe, expect, it } from 'vitest';
import { mmioRead, mmioWrite } from '../../../../src/hypervisor/access/emulator/mmio-access.js';
import { runTask } from '../../../../src/hypervisor/schedule/task.js';
import {
  fillTables,
  guestWithRam,
  guestWithServer,
  HOLE,
  preparedAccess,
  requestsOf,
} from '../../../support/guest.js';

const [WRITE, READ] = [0, 1] as const;

describe('mmioRead', () => {
  // prettier-ignore
  it.each([
    // offset  sizes of the requests
    [0x000,    [8]],
    [0xffd,    [2, 1, 4, 1]],
    [0xffa,    [4, 2, 2]],
    [0xff9,    [4, 2, 1, 1]],
  ])('of eight bytes at 0x%x asks for %j', (offset, sizes) => {
    const { guest, answer } = guestWithServer();
    const access = guest({ kind: 'read', gpa: HOLE + offset });
    for (let request = 1; !access.settled; request++) answer(BigInt(request));

    expect(access.ioreqs.map(({ size }) => size)).toEqual(sizes);
    let expected = 0n;
    let done = 0;
    for (const [index, size] of sizes.entries()) {
      expected |= BigInt(index + 1) << BigInt(8 * done);
      done += size;
    }
    expect(access.data).toBe(expected);
  });

  it('of sixteen bytes asks for two times eight', () => {
    const { insn, answer } = guestWithServer();
    const access = insn('0f1007', { rdi: BigInt(HOLE) });
    answer(1n);
    answer(2n);

    expect(access.ioreqs.map(({ size }) => size)).toEqual([8, 8]);
    expect([...access.cpu.xmm.slice(0, 2)]).toEqual([1n, 2n]);
  });

  it('latches where an operand lies that was not known', () => {
    const access = preparedAccess(guestWithRam(), { kind: 'read', gpa: HOLE, gla: 0x9000 });

    expect(runTask(mmioRead(access, 0x9004, 4, undefined))).toBe(0xffff_ffffn);
    expect(access.latched).toEqual({ page: 0x9000, gfn: HOLE / 0x1000, read: true, write: false });
  });

  it('gives the guest its page fault', () => {
    const access = preparedAccess(guestWithRam());
    access.cpu.cr3 = 0x1000n;

    expect(runTask(mmioRead(access, 0x9004, 4, undefined))).toMatchObject({ failure: 'exception' });
  });

  it('is given up where an instruction has more operands than Xen remembers', () => {
    const access = preparedAccess(guestWithRam({ knobs: { mmio_cache_entries: 3 } }));
    for (const gla of [HOLE, HOLE + 4, HOLE + 12]) runTask(mmioRead(access, gla, 4, gla));

    expect(runTask(mmioRead(access, HOLE + 8, 4, HOLE))).toEqual({ failure: 'unhandleable' });
    expect(runTask(mmioWrite(access, HOLE + 8, 4, 0n, HOLE))).toEqual({ failure: 'unhandleable' });
  });
});

describe('mmioWrite', () => {
  it('latches where an operand lies that may be written', () => {
    const world = guestWithRam();
    fillTables(world, [BigInt(HOLE) | 3n, BigInt(HOLE) | 1n]);
    const access = preparedAccess(world);
    access.cpu.cr3 = 0x1000n;

    expect(runTask(mmioWrite(access, 0x1000, 4, 1n, undefined))).toMatchObject({
      exception: { vector: 14, error: 3 },
    });
    access.latched = undefined;
    expect(runTask(mmioWrite(access, 0x0000, 4, 1n, undefined))).toBeUndefined();
    expect(access.latched).toMatchObject({ page: 0, read: true, write: true });
  });

  it('takes up where an answer was awaited', () => {
    const { guest, answer } = guestWithServer();
    const access = guest({ kind: 'write', gpa: HOLE + 1, size: 4, data: 0x4433_2211n });
    while (!access.settled) answer();

    expect(requestsOf(access)).toEqual([[WRITE, HOLE + 1, 4, 0x4433_2211n]]);
    expect(access.ioreqs).toMatchObject([{ count: 1, df: false, dataIsPtr: false }]);
  });

  it('crashes a domain whose instruction writes another value when it is emulated again', () => {
    const world = guestWithRam();
    const access = preparedAccess(world);
    expect(runTask(mmioWrite(access, HOLE, 4, 1n, HOLE))).toBeUndefined();
    expect(runTask(mmioWrite(access, HOLE, 4, 1n, HOLE))).toBeUndefined();

    expect(runTask(mmioWrite(access, HOLE, 4, 2n, HOLE))).toEqual({ failure: 'unhandleable' });
    const why = 'an instruction wrote another value when it was emulated again';
    expect(world.events).toContainEqual(expect.objectContaining({ type: 'crash', why }));
  });

  it('reads what a read has found before', () => {
    const access = preparedAccess(guestWithRam());
    access.vcpu.io.mmioCache.push({
      gla: HOLE,
      dir: READ,
      size: 4,
      buffer: Uint8Array.of(1, 2, 3, 4),
    });

    expect(runTask(mmioRead(access, HOLE, 4, HOLE))).toBe(0x0403_0201n);
  });
});
