import { describe, expect, it } from 'vitest';
import { newIoreq } from '../../../../src/hypervisor/abi/ioreq.js';
import { doIo, type IoRequest } from '../../../../src/hypervisor/access/emulator/do-io.js';
import { runTask } from '../../../../src/hypervisor/schedule/task.js';
import { guestWithServer, HOLE, preparedAccess, requestsOf } from '../../../support/guest.js';

const [WRITE, READ] = [0, 1] as const;
const [PIO, COPY] = [0, 1];
const [NONE, READY, IN_PROCESS, RESP_READY] = [0, 1, 2, 3];
/** Byte of the shared page. */
const STATE_OF_SLOT_0 = 30;
const UNHANDLEABLE = { failure: 'unhandleable' };

const read = (more: Partial<IoRequest> = {}): IoRequest => ({
  isMmio: true,
  addr: HOLE,
  reps: 1,
  size: 4,
  dir: READ,
  df: false,
  ram: undefined,
  data: 0n,
  ...more,
});

function start(request: IoRequest) {
  const world = guestWithServer({ last: HOLE + 0xfff });
  const access = preparedAccess(world);
  return { ...world, access, io: access.vcpu.io, result: runTask(doIo(access, request)) };
}

/** A request whose answer is there. */
function answered(was: Parameters<typeof newIoreq>[0], made: IoRequest) {
  const world = guestWithServer();
  const access = preparedAccess(world);
  const fields = { type: COPY, addr: HOLE, size: 4, count: 1, dir: READ, ...was } as const;
  access.vcpu.io.request = newIoreq({ state: RESP_READY, ...fields });
  return { ...world, access, result: runTask(doIo(access, made)) };
}

describe('doIo', () => {
  it.each([3, 5, 16])('cannot do %i bytes', (size) => {
    expect(start(read({ size })).result).toEqual(UNHANDLEABLE);
  });

  it('cannot begin while another request is under way', () => {
    const access = preparedAccess(guestWithServer());
    access.vcpu.io.request.state = IN_PROCESS;

    expect(runTask(doIo(access, read()))).toEqual(UNHANDLEABLE);
  });

  it('waits for a device model, and keeps the request, of which a read has no data', () => {
    const { access, io, result } = start(read({ data: 7n }));

    expect(result).toEqual({ failure: 'retry', why: 5 });
    expect(io.request).toMatchObject({ state: READY, addr: HOLE, size: 4, dir: READ, data: 0n });
    expect(requestsOf(access)).toEqual([[READ, HOLE, 4, 0n]]);
  });

  it('does not wait for a port write that need not be emulated again, which is under way', () => {
    const world = guestWithServer({}, { knobs: { pio_write_completion: false } });
    world.server.ranges('port').add(0x600n, 0x603n);
    const access = preparedAccess(world);
    const write = read({ isMmio: false, addr: 0x600, dir: WRITE, data: 7n });

    expect(runTask(doIo(access, write))).toEqual({ reps: 1, data: 7n });
    expect(access.vcpu.io.request.state).toBe(READY);
  });

  it('is done at once where nobody has the address', () => {
    const { io, result } = start(read({ addr: HOLE + 0x1000, size: 2 }));

    expect([result, io.request.state]).toEqual([{ reps: 1, data: 0xffffn }, NONE]);
  });

  it('is done at once by a device of Xen', () => {
    const { io, result } = start(read({ addr: 0xfee0_0030 }));

    expect([result, io.request.state]).toEqual([{ reps: 1, data: 0x5_0014n }, NONE]);
  });

  it('forgets the request where it cannot be sent', () => {
    const world = guestWithServer();
    const access = preparedAccess(world);
    world.server.page?.set([IN_PROCESS], STATE_OF_SLOT_0);

    expect(runTask(doIo(access, read()))).toEqual(UNHANDLEABLE);
    expect(access.vcpu.io.request.state).toBe(NONE);
  });

  // prettier-ignore
  it.each([
    // addr          size reps  df     count
    [HOLE + 0xff0,   4,   4,    false, 4],
    [HOLE + 0xff0,   4,   9,    false, 4],
    [HOLE + 0xffe,   4,   9,    false, 1],
    [HOLE + 0xffe,   4,   1,    false, 1],
    [HOLE + 0x008,   4,   9,    true,  3],
    [HOLE + 0xffc,   4,   9,    false, 1],
    [HOLE + 0xffc,   4,   9,    true,  9],
  ])('asks at 0x%x, %i bytes by %i, backwards %s, for %i', (addr, size, reps, df, count) => {
    const { access } = start(read({ addr, size, reps, df, dir: WRITE, data: 7n }));

    expect(access.vcpu.io.request).toMatchObject({ count });
  });

  it('asks a port for all of them', () => {
    const { access } = start(read({ isMmio: false, addr: 0x600, reps: 2000, ram: 0x3ff0 }));

    expect(access.vcpu.io.request).toMatchObject({
      type: PIO,
      count: 2000,
      dataIsPtr: true,
      data: 0x3ff0n,
    });
  });
});

describe('doIo, once the answer is there', () => {
  it('takes what was read, no more of it than was asked for', () => {
    const { access, result } = answered({ data: 0x1_2345_6789n }, read());

    expect(result).toEqual({ reps: 1, data: 0x2345_6789n });
    expect(access.vcpu.io.request.state).toBe(NONE);
    expect(access.trace).toEqual([{ step: 'completion', addr: '0x400000', data: '0x123456789' }]);
  });

  it('takes its own value for what was written', () => {
    expect(answered({ dir: WRITE, data: 1n }, read({ dir: WRITE, data: 7n })).result).toEqual({
      reps: 1,
      data: 7n,
    });
  });

  it('takes as many as were done, and not by a pointer into RAM', () => {
    const pio = { type: PIO, addr: 0x600, count: 2 };
    const ports = { isMmio: false, addr: 0x600, reps: 3 };

    expect(answered(pio, read(ports)).result).toMatchObject({ reps: 2 });
    expect(answered({ ...pio, dataIsPtr: true }, read({ ...ports, ram: 0x3000 })).result).toEqual(
      UNHANDLEABLE,
    );
  });

  it.each<Partial<IoRequest>>([
    { addr: HOLE + 4 },
    { size: 2 },
    { dir: WRITE },
    { df: true },
    { isMmio: false },
    { ram: 0x3000 },
  ])('crashes the domain where the instruction now asks otherwise: %o', (other) => {
    const { result, events } = answered({}, read(other));

    expect(result).toEqual(UNHANDLEABLE);
    const why = 'an instruction made another request when it was emulated again';
    expect(events).toContainEqual(expect.objectContaining({ type: 'crash', why }));
  });

  it('crashes the domain where more was done than is asked for', () => {
    expect(answered({ count: 2 }, read()).result).toEqual(UNHANDLEABLE);
  });
});
