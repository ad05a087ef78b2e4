import { describe, expect, it } from 'vitest';
import {
  repeatIns,
  repeatMovs,
  repeatOuts,
  repeatStos,
} from '../../../../src/hypervisor/access/emulator/repetition.js';
import type { P2mTypeName } from '../../../../src/hypervisor/abi/p2m-type.js';
import { runTask } from '../../../../src/hypervisor/schedule/task.js';
import { fillTables, guestWithServer, HOLE, preparedAccess } from '../../../support/guest.js';

const RETRY = { failure: 'retry' };
const NO_ANSWER_YET = { failure: 'retry', why: 5 };
const FAULT = { failure: 'exception' };
const RESP_READY = 3;

/** A server has two pages of the hole and the ports 0x600 to 0x603; nobody has the page behind. */
function begin(types: Readonly<Record<number, P2mTypeName>> = {}) {
  const world = guestWithServer();
  world.server.ranges('port').add(0x600n, 0x603n);
  for (const [gfn, type] of Object.entries(types)) world.retype(Number(gfn), type);
  const access = preparedAccess(world);
  const strings = { bytes: 4, reps: 8, backwards: false };
  const movs = (source: number, destination: number, more = {}) =>
    runTask(repeatMovs(access, { kind: 'rep_movs', source, destination, ...strings, ...more }));
  const stos = (destination: number, more = {}) =>
    runTask(repeatStos(access, { kind: 'rep_stos', destination, value: 7n, ...strings, ...more }));
  const ins = (destination: number, port = 0x500, more = {}) =>
    runTask(repeatIns(access, { kind: 'rep_ins', destination, port, ...strings, ...more }));
  const outs = (source: number, port = 0x600, more = {}) =>
    runTask(repeatOuts(access, { kind: 'rep_outs', source, port, ...strings, ...more }));
  return { ...world, access, movs, stos, ins, outs };
}

/** The one request that was sent. */
const sent = ({ access }: ReturnType<typeof begin>) =>
  access.ioreqs.map(({ addr, count, dir, df, data, dataIsPtr }) => [
    dir === 1 ? 'read' : 'write',
    addr,
    count,
    df,
    dataIsPtr,
    data,
  ]);

describe('repeatMovs', () => {
  it('copies RAM as memmove does, in either direction', () => {
    const { movs, fill, ram } = begin();
    fill(0x3000, [1, 2, 3, 4, 5, 6, 7, 8]);
    expect(movs(0x3000, 0x5000, { reps: 2 })).toBe(2n);
    expect(ram(0x5000)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);

    expect(movs(0x3004, 0x6ffc, { reps: 2, backwards: true })).toBe(2n);
    expect(ram(0x6ff8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it.each([
    [0x3000, 0x3010, {}],
    [0x3000, 0x301f, {}],
    [0x3000, 0x2ffe, {}],
    [0x3020, 0x3001, { backwards: true }],
    [0x3020, 0x3023, { backwards: true }],
  ])('goes one by one from 0x%x to 0x%x, which overlap', (source, destination, more) => {
    expect(begin().movs(source, destination, more)).toBeUndefined();
  });

  it.each([
    [0x3000, 0x3020, {}],
    [0x3000, 0x2ffc, {}],
    [0x3020, 0x3000, { backwards: true }],
    [0x3020, 0x3024, { backwards: true }],
  ])('goes from 0x%x to 0x%x at once, which do not', (source, destination, more) => {
    expect(begin().movs(source, destination, more)).toBe(8n);
  });

  it('reads a device into RAM with one request that names the RAM', () => {
    const world = begin();

    expect(world.movs(HOLE, 0x3000)).toBe(8n);
    expect(sent(world)).toEqual([['read', HOLE, 8, false, true, 0x3000n]]);
    expect(world.access.latched).toMatchObject({ page: HOLE, write: false });
  });

  it('writes a device from RAM, no further than the page goes', () => {
    const world = begin();

    expect(world.movs(0x3ff0, HOLE)).toBe(4n);
    expect(sent(world)).toEqual([['write', HOLE, 4, false, true, 0x3ff0n]]);
    expect(world.access.latched).toMatchObject({ page: HOLE, write: true });
  });

  it('goes one by one between devices, and where hardware has a device', () => {
    expect(begin().movs(HOLE, HOLE + 0x1000)).toBeUndefined();
    expect(begin({ 3: 'mmio_direct' }).movs(0x3000, 0x5000)).toBeUndefined();
    expect(begin({ 5: 'mmio_direct' }).movs(0x3000, 0x5000)).toBeUndefined();
  });

  it('goes one by one where memory is not what it needs', () => {
    expect(begin({ 5: 'ioreq_server' }).movs(0x3000, 0x5000)).toBeUndefined();
    expect(begin({ 3: 'grant_map_rw' }).movs(0x3000, 0x5000)).toBeUndefined();
    expect(begin({ 5: 'grant_map_rw' }).movs(0x3000, 0x5000)).toBeUndefined();
    expect(begin({ 3: 'ram_broken' }).movs(0x3000, 0x5000)).toBeUndefined();
    expect(begin({ 3: 'ram_shared' }).movs(0x3000, 0x5000)).toMatchObject(RETRY);
    expect(begin({ 3: 'ram_shared' }).movs(HOLE, 0x3000)).toMatchObject(RETRY);
    expect(begin({ 3: 'ram_broken' }).movs(HOLE, 0x3000)).toBeUndefined();
  });

  it('gives the guest its page fault, of either operand', () => {
    const { access, movs } = begin();
    access.cpu.cr3 = 0n;
    expect(movs(0x3000, 0x5000)).toMatchObject(FAULT);

    access.latched = { page: 0x3000, gfn: 3, read: true, write: false };
    expect(movs(0x3000, 0x5000, { reps: 2 })).toMatchObject(FAULT);
  });

  it('goes one by one where the request cannot be made', () => {
    const { access, movs } = begin();
    access.vcpu.io.request.state = 2;

    expect(movs(0x3000, HOLE)).toBeUndefined();
  });
});

describe('repeatStos', () => {
  it('fills RAM, in either direction', () => {
    const { stos, ram } = begin();
    expect(stos(0x3000, { bytes: 1, reps: 3 })).toBe(3n);
    expect(stos(0x300a, { bytes: 1, reps: 3, backwards: true })).toBe(3n);

    expect(ram(0x3000, 12)).toEqual([7, 7, 7, 0, 0, 0, 0, 0, 7, 7, 7, 0]);
    expect(stos(0x5000, { reps: 2 })).toBe(2n);
    expect(stos(0x500c, { reps: 2, backwards: true })).toBe(2n);
    expect(ram(0x5000, 16)).toEqual([7, 0, 0, 0, 7, 0, 0, 0, 7, 0, 0, 0, 7, 0, 0, 0]);
  });

  it('asks a device with one request', () => {
    const world = begin();

    expect(world.stos(HOLE + 0xff0)).toEqual(NO_ANSWER_YET);
    expect(sent(world)).toEqual([['write', HOLE + 0xff0, 4, false, false, 7n]]);
    expect(world.access.latched).toMatchObject({ page: HOLE, write: true });
  });

  it('is done at once where nobody has the address', () => {
    expect(begin().stos(HOLE + 0x2000, { backwards: true })).toBe(1n);
  });

  it('goes one by one where memory is not what it needs', () => {
    expect(begin({ 3: 'mmio_direct' }).stos(0x3000)).toBeUndefined();
    expect(begin({ 3: 'ioreq_server' }).stos(0x3000)).toBeUndefined();
    expect(begin({ 3: 'grant_map_rw' }).stos(0x3000)).toBeUndefined();
    expect(begin({ 3: 'ram_shared' }).stos(0x3000)).toMatchObject(RETRY);
  });

  it('gives the guest its page fault', () => {
    const { access, stos } = begin();
    access.cpu.cr3 = 0n;

    expect(stos(0x3000)).toMatchObject(FAULT);
  });
});

describe('repeatIns and repeatOuts', () => {
  it('ask a port with one request that names the RAM', () => {
    const world = begin();
    expect(world.outs(0x3ff0)).toBe(4n);

    expect(sent(world)).toEqual([['write', 0x600, 4, false, true, 0x3ff0n]]);
    expect(world.access.vcpu.io.mmioRetry).toBe(true);
  });

  it.each([
    [0x3008, true, 2n],
    [0xfff0, false, 4n],
    [0xfffc, false, 1n],
  ])(
    'name no page but the one at 0x%x where it has an element (backwards %s)',
    (gla, backwards, done) => {
      const world = begin();

      expect(world.outs(gla, 0x600, { backwards })).toBe(done);
      expect(sent(world)).toMatchObject([
        ['write', 0x600, Number(done), backwards, true, BigInt(gla)],
      ]);
    },
  );

  it('are done at once where nobody has the port', () => {
    const { ins, ram, access } = begin();

    expect(ins(0x3000, 0x500, { bytes: 1, reps: 3 })).toBe(3n);
    expect([ram(0x3000, 4), access.vcpu.io.mmioRetry]).toEqual([[0xff, 0xff, 0xff, 0], false]);
  });

  it('take one element that straddles pages, if both are RAM', () => {
    const { ins, ram } = begin({ 4: 'ram_broken' });
    expect(ins(0x5ffe)).toBe(1n);
    expect(ram(0x5ffe, 4)).toEqual([0xff, 0xff, 0xff, 0xff]);

    expect(ins(0x3ffe)).toBeUndefined();
    expect(ins(0x5000, 0x500, { backwards: true })).toBeUndefined();
  });

  it('go one by one where the memory is a device’s', () => {
    expect(begin().ins(HOLE)).toBeUndefined();
    expect(begin({ 3: 'mmio_direct' }).outs(0x3000)).toBeUndefined();
  });

  it('give the guest its page fault', () => {
    const { access, ins } = begin();
    access.cpu.cr3 = 0n;

    expect(ins(0x3000)).toMatchObject(FAULT);
  });
});

describe('repetitions in a guest with tables', () => {
  const READ_ONLY = 0x1000;
  const ABSENT = 0x2000;

  /** Linear page 0 can be written, page 1 be read alone, and page 2 is not there. */
  function beginPaged() {
    const world = begin();
    fillTables(world, [0x7003n, 0x8001n]);
    world.access.cpu.cr3 = 0x1000n;
    return world;
  }

  it('read what may not be written', () => {
    const { movs, outs } = beginPaged();

    expect([movs(READ_ONLY, 0), outs(READ_ONLY)]).toEqual([8n, 8n]);
  });

  it('write nothing that may not be', () => {
    const { movs, stos, ins } = beginPaged();

    for (const result of [movs(0, READ_ONLY), stos(READ_ONLY), ins(READ_ONLY)])
      expect(result).toMatchObject({ ...FAULT, exception: { error: 3, cr2: 0x1000n } });
  });

  it('fault at their source first', () => {
    expect(beginPaged().movs(ABSENT, READ_ONLY)).toMatchObject({ exception: { cr2: 0x2000n } });
    expect(beginPaged().movs(ABSENT, 0)).toMatchObject({ exception: { cr2: 0x2000n } });
  });

  // prettier-ignore
  it.each([
    // gla     reps  backwards  answered  result
    [0x3000,   8,    false,     false,    8n],
    [0x3ff0,   4,    false,     false,    4n],
    [0x3ff0,   5,    false,     false,    undefined],
    [0x3ff0,   5,    false,     true,     5n],
    [0x3010,   1,    true,      false,    1n],
    [0x3010,   2,    true,      false,    undefined],
    [0x3010,   2,    true,      true,     2n],
    [0x4000,   1,    false,     true,     undefined],
  ])('at 0x%x take the remembered translation for %i elements, backwards %s, answered %s', (gla, reps, backwards, answered, done) => {
    const { access, stos, ram } = begin();
    access.cpu.cr3 = 0n;
    access.latched = { page: 0x3000, gfn: 5, read: true, write: true };
    if (answered) access.vcpu.io.request.state = RESP_READY;
    const result = stos(gla, { reps, backwards });

    if (done === undefined) expect(result).toMatchObject(FAULT);
    else expect([result, ram(gla + 0x2000, 1)]).toEqual([done, [7]]);
  });
});
