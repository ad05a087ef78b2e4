import { describe, expect, it } from 'vitest';
import {
  compareExchange,
  readLinear,
  store,
  storeImage,
  update,
  writeLinear,
} from '../../../../src/hypervisor/access/emulator/linear-memory.js';
import type { P2mTypeName } from '../../../../src/hypervisor/abi/p2m-type.js';
import type { DomainSpec } from '../../../../src/hypervisor/domain-spec.js';
import { runTask } from '../../../../src/hypervisor/schedule/task.js';
import {
  fillTables,
  guestWithRam,
  guestWithServer,
  HOLE,
  preparedAccess,
  requestsOf,
  stepsOf,
} from '../../../support/guest.js';

const [WRITE, READ] = [0, 1] as const;
const RESP_READY = 3;
const UNHANDLEABLE = { failure: 'unhandleable' };
/** The last byte of RAM; behind it is a hole that a server has. */
const LAST = 0xffff;

/** RAM up to a hole that a server has, and an access that has not begun. */
function begin(types: Readonly<Record<number, P2mTypeName>> = {}, spec: DomainSpec = {}) {
  const world = guestWithServer({ first: 0, last: 0x1f_ffff }, spec);
  for (const [gfn, type] of Object.entries(types)) world.retype(Number(gfn), type);
  return { ...world, access: preparedAccess(world) };
}

describe('readLinear', () => {
  it('reads RAM, across pages', () => {
    const { access, fill } = begin();
    fill(0x3fff, [1, 2]);

    expect(runTask(readLinear(access, 0x3fff, 2))).toBe(0x0201n);
  });

  it('asks for what is no RAM, after it has read what is', () => {
    const { access, fill } = begin();
    fill(LAST, [7]);

    expect(runTask(readLinear(access, LAST, 2))).toMatchObject({ failure: 'retry' });
    expect([stepsOf(access)[0], requestsOf(access)]).toEqual([
      'guest_memory',
      [[READ, 0x1_0000, 1, 0n]],
    ]);
  });

  it('asks for the first page first', () => {
    const { access } = begin({ 4: 'ram_rw' });

    expect(runTask(readLinear(access, HOLE - 1, 2))).toBe(0xffffn);
    expect(runTask(readLinear(access, 0x1_ffff, 2))).toMatchObject({ failure: 'retry' });
  });

  it('stops at a page that cannot be read', () => {
    const { access } = begin({ 3: 'grant_map_rw' });

    expect(runTask(readLinear(access, 0x3000, 2))).toEqual(UNHANDLEABLE);
  });

  it('goes straight to a device where it knows the address, before it learnt to look', () => {
    const { access, fill } = begin({}, { knobs: { copy_before_mmio: false } });
    fill(0x3000, [9]);
    expect(runTask(readLinear(access, 0x3000, 1))).toBe(9n);

    access.latched = { page: 0x3000, gfn: 3, read: true, write: false };
    expect(runTask(readLinear(access, 0x3000, 1))).toMatchObject({ failure: 'retry' });
  });

  it('gives the guest its page fault', () => {
    const { access } = begin();
    access.cpu.cr3 = 0n;

    expect(runTask(readLinear(access, 0x3000, 1))).toMatchObject({ failure: 'exception' });
    expect(runTask(writeLinear(access, 0x3000, 1, 0n))).toMatchObject({ failure: 'exception' });
  });
});

describe('guest tables', () => {
  const [READ_ONLY, ABSENT] = [0x1000, 0x2000];

  /** Page 0 can be written, page 1 be read alone, and page 2 is not there. */
  function beginPaged() {
    const world = begin();
    fillTables(world, [0x7003n, 0x8001n]);
    world.access.cpu.cr3 = 0x1000n;
    return world;
  }

  it('permit a read of what may not be written', () => {
    const { access } = beginPaged();

    expect(runTask(readLinear(access, READ_ONLY, 4))).toBe(0n);
    expect(runTask(writeLinear(access, READ_ONLY, 4, 1n))).toMatchObject({
      exception: { vector: 14, error: 3 },
    });
  });

  it('are not asked for a page that an operand does not reach', () => {
    const { access } = beginPaged();

    expect(runTask(readLinear(access, ABSENT - 8, 8))).toBe(0n);
    expect(runTask(writeLinear(access, READ_ONLY - 8, 8, 1n))).toBeUndefined();
  });

  it('are not asked where Xen remembers the address, before it learnt to look at memory', () => {
    const { access } = begin({}, { knobs: { copy_before_mmio: false } });
    access.cpu.cr3 = 0n;
    access.latched = { page: 0x9000, gfn: 0x10, read: true, write: false };

    expect(runTask(readLinear(access, 0x9008, 4))).toMatchObject({ failure: 'retry' });
    expect(requestsOf(access)).toEqual([[READ, 0x1_0008, 4, 0n]]);
  });
});

describe('writeLinear', () => {
  it('writes what is RAM and asks for the rest', () => {
    const { access, ram } = begin();

    expect(runTask(writeLinear(access, LAST, 3, 0x33_2211n))).toMatchObject({ failure: 'retry' });
    expect([ram(LAST, 1), requestsOf(access)]).toEqual([[0x11], [[WRITE, 0x1_0000, 2, 0x3322n]]]);
  });

  it('stops at its first page', () => {
    const { access, ram } = begin({ 3: 'ram_shared' });

    expect(runTask(writeLinear(access, 0x3fff, 2, 0x2211n))).toMatchObject({ failure: 'retry' });
    expect(ram(0x4000, 1)).toEqual([0]);
  });

  it.each([
    [true, undefined],
    [false, { failure: 'retry', why: 5 }],
  ])('of a write that is pending: with pending_write_reaches_ram %s, %o', (knob, result) => {
    const { access, retype } = begin({}, { knobs: { pending_write_reaches_ram: knob } });
    expect(runTask(writeLinear(access, 0x1_0000, 1, 5n))).toMatchObject({ failure: 'retry' });
    Object.assign(access.vcpu.io.request, { state: 0 });
    access.domain.p2m.setPage(0x10, 0x5000, 0, 7);
    retype(0x10, 'ram_ro');
    access.vcpu.blockedInXen = undefined;
    access.domain.ioreqServers.inOrder[0]?.page?.set([0], 30);

    expect(runTask(writeLinear(access, 0x1_0000, 1, 5n))).toEqual(result);
  });
});

describe('writeLinear, of what a device model has had', () => {
  it.each([true, false])(
    'takes it for done, whatever the page is by then (pending_write_reaches_ram %s)',
    (pending_write_reaches_ram) => {
      const { access, ram } = begin({}, { knobs: { pending_write_reaches_ram } });
      const buffer = Uint8Array.of(5, 0, 0, 0);
      access.vcpu.io.mmioCache.push({ gla: 0x3000, dir: WRITE, size: 1, buffer });

      expect(runTask(writeLinear(access, 0x3000, 1, 5n))).toBeUndefined();
      expect(ram(0x3000, 1)).toEqual([0]);
    },
  );
});

describe('store', () => {
  it('does all of it at once, or leaves all of it', () => {
    const { access, ram } = begin({ 4: 'ram_ro' });
    expect(runTask(store(access, 0x3fff, 2, 0x2211n))).toBeUndefined();
    expect(ram(0x3fff, 2)).toEqual([0, 0]);

    expect(runTask(store(access, 0x5fff, 2, 0x2211n))).toBeUndefined();
    expect(ram(0x5fff, 2)).toEqual([0x11, 0x22]);
  });

  it('goes part by part where a part is no RAM', () => {
    const { access, ram } = begin();
    runTask(store(access, LAST, 2, 0x2211n));

    expect([ram(LAST, 1), requestsOf(access)]).toEqual([[0x11], [[WRITE, 0x1_0000, 1, 0x22n]]]);
  });

  it('does not map a page whose address it knows', () => {
    const { access } = begin({ 3: 'ram_ro' });
    access.latched = { page: 0x3000, gfn: 3, read: true, write: true };

    expect(runTask(store(access, 0x3000, 1, 5n))).toBeUndefined();
    expect(stepsOf(access)).toEqual(['write_discarded']);
  });

  it('stops where a page cannot be mapped', () => {
    const { access } = begin({ 3: 'grant_map_rw' });

    for (const effect of [
      store(access, 0x3000, 1, 0n),
      update(access, 0x3000, 1, (old) => old),
      compareExchange(access, 0x3000, 1, 0n, 1n),
    ])
      expect(runTask<unknown>(effect)).toEqual(UNHANDLEABLE);
  });
});

describe('update', () => {
  const add = (old: bigint) => old + 1n;

  it('changes RAM and answers the value before', () => {
    const { access, ram, fill } = begin();
    fill(0x3000, [6]);

    expect(runTask(update(access, 0x3000, 1, add))).toBe(6n);
    expect([ram(0x3000, 1), stepsOf(access)]).toEqual([[7], ['guest_memory']]);
  });

  it('is skipped on a page that takes no writes', () => {
    expect(runTask(update(begin({ 3: 'ram_ro' }).access, 0x3000, 1, add))).toBeUndefined();
  });

  it('reads a device and then writes it', () => {
    const access = preparedAccess(guestWithRam());

    expect(runTask(update(access, HOLE, 1, (old) => old - 1n))).toBe(0xffn);
    expect(stepsOf(access)).toEqual(['ioreq_server_select', 'ioreq_server_select']);
    expect(runTask(update(begin().access, 0x1_0000, 1, add))).toMatchObject({ failure: 'retry' });
  });

  it('cannot do more than eight bytes of a device', () => {
    expect(runTask(update(begin().access, 0x1_0000, 8, add))).toMatchObject({ failure: 'retry' });
    expect(runTask(update(begin().access, 0x1_0000, 16, add))).toEqual(UNHANDLEABLE);
  });
});

describe('compareExchange', () => {
  it('stores in RAM where it finds what was expected', () => {
    const { access, ram } = begin();

    expect(runTask(compareExchange(access, 0x3000, 1, 0n, 5n))).toBeUndefined();
    expect(runTask(compareExchange(access, 0x3000, 1, 0n, 6n))).toBe(5n);
    expect(ram(0x3000, 1)).toEqual([5]);
  });

  it.each([
    [true, 5, []],
    [false, 0, [[WRITE, 0x3000, 1, 5n]]],
  ])(
    'writes without a second look where it knows the address, RAM first with cmpxchg_tries_ram %s',
    (cmpxchg_tries_ram, stored, requests) => {
      const { access, ram } = begin({}, { knobs: { cmpxchg_tries_ram } });
      access.latched = { page: 0x3000, gfn: 3, read: true, write: true };
      const effect = compareExchange(access, 0x3000, 1, 1n, 5n);
      runTask<unknown>(effect);

      expect([ram(0x3000, 1), requestsOf(access)]).toEqual([[stored], requests]);
    },
  );

  it('goes to devices page by page where one of its pages is no RAM', () => {
    const { access, ram, server } = begin({}, { knobs: { cmpxchg_tries_ram: false } });

    expect(runTask(compareExchange(access, LAST, 4, 0n, 0x4433_2211n))).toMatchObject({
      failure: 'retry',
    });
    expect([ram(LAST, 1), requestsOf(access)]).toEqual([[0], [[WRITE, LAST, 1, 0x11n]]]);

    access.vcpu.blockedInXen = undefined;
    Object.assign(access.vcpu.io.request, { state: RESP_READY });
    server.page?.set([0], 30);
    runTask(compareExchange(access, LAST, 4, 0n, 0x4433_2211n));
    expect(requestsOf(access)[1]).toEqual([WRITE, 0x1_0000, 2, 0x3322n]);
  });

  it('writes a device without a second look, and no page that takes no writes', () => {
    const device = begin();
    runTask(compareExchange(device.access, 0x1_0000, 1, 0n, 5n));

    expect(requestsOf(device.access)).toEqual([[WRITE, 0x1_0000, 1, 5n]]);
    const { access } = begin({ 3: 'ram_ro' });
    expect(runTask(compareExchange(access, 0x3000, 1, 0n, 5n))).toBeUndefined();
  });
});

describe('storeImage', () => {
  const image = Uint8Array.from({ length: 512 }, (_, index) => index & 0xff);

  it('writes RAM alone', () => {
    const { access, ram } = begin({ 5: 'ram_ro', 6: 'grant_map_rw' });

    expect(storeImage(access, 0x3f00, image)).toBeUndefined();
    expect(ram(0x3fff, 3)).toEqual([0xff, 0, 1]);
    expect(storeImage(access, 0x5000, image)).toBeUndefined();
    expect(storeImage(access, 0x6000, image)).toEqual(UNHANDLEABLE);
    expect(storeImage(access, LAST, image)).toEqual(UNHANDLEABLE);
  });
});
