import { describe, expect, it } from 'vitest';
import { MachineMemory } from '../../src/hypervisor/machine-memory.js';
import { errno } from '../support/host.js';

const GIB = 2 ** 18;

const memory = (backedPages = 4) =>
  new MachineMemory({ ranges: [[0, 0x1000 + 64 * GIB - 1]], firstFree: 0x1000, backedPages });

describe('MachineMemory', () => {
  it('gives out the lowest frames that fit, aligned as asked', () => {
    const machine = memory();

    expect(machine.allocate(3, 0)).toBe(0x1000);
    expect(machine.allocate(512, 9)).toBe(0x1200);
    expect(machine.allocate(1, 0)).toBe(0x1003);
    expect(machine.allocate(GIB, 18)).toBe(GIB);
  });

  it('gives out again what came back', () => {
    const machine = memory();
    machine.allocate(4, 0);

    machine.free(0x1001, 2);

    expect(machine.allocate(3, 0)).toBe(0x1004);
    expect(machine.allocate(2, 0)).toBe(0x1001);
  });

  it('gives the longest run there is to one who can do with several', () => {
    const machine = new MachineMemory({ ranges: [[0, 2047]], firstFree: 0, backedPages: 1 });
    machine.allocate(2048, 0);
    machine.free(100, 10);
    machine.free(600, 1000);

    expect(machine.allocateUpTo(4000, 9)).toEqual({ first: 1024, nr: 512 });
    expect(machine.allocateUpTo(2, 0)).toEqual({ first: 100, nr: 2 });
    expect(machine.allocateUpTo(4000, 0)).toEqual({ first: 600, nr: 424 });
    expect(() => machine.allocateUpTo(4000, 9)).toThrow(
      errno('ENOMEM', 'the machine has no free run of order 9'),
    );
  });

  it('prefers the lowest of the longest runs', () => {
    const machine = new MachineMemory({ ranges: [[0, 99]], firstFree: 0, backedPages: 1 });
    machine.allocate(100, 0);
    for (const first of [10, 30, 50]) machine.free(first, 10);

    expect(machine.allocateUpTo(20, 0)).toEqual({ first: 10, nr: 10 });
  });

  it('finds a run that is just long enough', () => {
    const machine = new MachineMemory({ ranges: [[0, 7]], firstFree: 0, backedPages: 1 });

    expect([machine.findRun(8, 0), machine.findRun(9, 0)]).toEqual([0, undefined]);
    expect(machine.allocate(8, 3)).toBe(0);
  });

  it('answers ENOMEM when no run is long enough', () => {
    expect(() => memory().allocate(64 * GIB, 18)).toThrow(
      errno('ENOMEM', `the machine has no ${64 * GIB} free frames in a row`),
    );
  });

  it('knows which frames exist', () => {
    const machine = new MachineMemory({
      ranges: [
        [0, 0xff],
        [0x200, 0x2ff],
      ],
      firstFree: 0,
      backedPages: 1,
    });

    expect([0, 0xff, 0x100, 0x200, 0x300].map((mfn) => machine.isValid(mfn))).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
  });

  it('knows which of them somebody has', () => {
    const machine = memory();
    const mfn = machine.allocate(1, 0);

    expect([mfn, mfn + 1, 2 ** 39].map((frame) => machine.isAllocated(frame))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('backs a frame from its first write on', () => {
    const machine = memory();

    expect(machine.page(0x1000)).toBeUndefined();
    machine.writablePage(0x1000)[5] = 7;
    machine.writablePage(0x1001);

    expect(machine.page(0x1000)?.[5]).toBe(7);
    expect(machine.page(0x1001)).toEqual(new Uint8Array(4096));
    expect(machine.backed).toBe(2);
  });

  it('answers ENOMEM when too many frames hold contents', () => {
    const machine = memory(1);
    machine.writablePage(0x1000);

    expect(() => machine.writablePage(0x1001)).toThrow(
      errno('ENOMEM', 'frame 0x1001 would be page 2 with contents, and backed-pages is 1'),
    );
    expect(machine.writablePage(0x1000)).toBeDefined();
  });

  it.each([1, 16 * GIB])('forgets what was in %i freed frames', (nr) => {
    const machine = memory();
    machine.allocate(nr, 0);
    machine.writablePage(0x1000)[0] = 1;

    machine.free(0x1000, nr);

    expect(machine.page(0x1000)).toBeUndefined();
    expect(machine.backed).toBe(0);
  });

  it.each([1, 3, 4])('leaves what is in the frames around %i freed ones', (nr) => {
    const machine = new MachineMemory({ ranges: [[0, 9]], firstFree: 0, backedPages: 9 });
    machine.allocate(10, 0);
    for (const mfn of [2, 3, 3 + nr]) machine.writablePage(mfn)[0] = mfn;

    machine.free(3, nr);

    expect([...machine.contents()].map(([mfn, page]) => [mfn, page[0]])).toEqual([
      [2, 2],
      [3 + nr, 3 + nr],
    ]);
    expect(machine.page(1)).toBeUndefined();
  });

  it('writes itself down, contents by frame, and goes on from there', () => {
    const machine = new MachineMemory({ ranges: [[0, 9]], firstFree: 2, backedPages: 9 });
    const other = new MachineMemory({ ranges: [[0, 9]], firstFree: 0, backedPages: 9 });
    machine.allocate(5, 0);
    for (const mfn of [6, 2, 4]) machine.writablePage(mfn);
    for (const mfn of [3, 4, 4]) machine.hold(mfn);
    machine.free(4, 2);
    const saved = machine.save();

    other.restore(saved);

    const kept = {
      free: [
        [5, 5],
        [7, 9],
      ],
      held: [
        [3, 1],
        [4, 2],
      ],
      doomed: [4],
    };
    expect(saved).toMatchObject(kept);
    expect(saved.pages.map(([mfn]) => mfn)).toEqual([2, 4, 6]);
    expect(other.save()).toEqual({ ...kept, pages: [] });
    other.letGo(4);
    expect(other.isDoomed(4)).toBe(true);
    other.letGo(4);
    expect(other.save()).toMatchObject({
      free: [
        [4, 5],
        [7, 9],
      ],
      held: [[3, 1]],
      doomed: [],
    });
  });
});

describe('frames that are held', () => {
  it('stay as they are when they are given back, until they are let go of as often', () => {
    const machine = memory();
    const first = machine.allocate(3, 0);
    machine.writablePage(first + 1).fill(7);
    machine.hold(first + 1);
    machine.hold(first + 1);

    machine.free(first, 3);

    const allocated = () => [0, 1, 2].map((page) => machine.isAllocated(first + page));
    expect(allocated()).toEqual([false, true, false]);
    expect([machine.isDoomed(first), machine.isDoomed(first + 1)]).toEqual([false, true]);
    machine.letGo(first + 1);
    expect(machine.page(first + 1)?.[0]).toBe(7);
    machine.letGo(first + 1);
    expect(allocated()).toEqual([false, false, false]);
    expect(machine.page(first + 1)).toBeUndefined();
  });

  // prettier-ignore
  it.each([
    // held   freed    what is free then
    [[2],     [2, 1],  [[8, 9]]],
    [[2],     [2, 3],  [[3, 4], [8, 9]]],
    [[4],     [2, 3],  [[2, 3], [8, 9]]],
    [[3],     [2, 3],  [[2, 2], [4, 4], [8, 9]]],
    [[3, 5],  [2, 5],  [[2, 2], [4, 4], [6, 6], [8, 9]]],
  ] as const)('are all that stays: %j of what is freed from and for %j', (held, [first, nr], free) => {
    const machine = new MachineMemory({ ranges: [[0, 9]], firstFree: 0, backedPages: 1 });
    machine.allocate(8, 0);
    for (const mfn of held) machine.hold(mfn);

    machine.free(first, nr);

    expect(machine.save()).toMatchObject({ free, doomed: held });
  });

  it('are nothing special when nobody gives them back', () => {
    const machine = memory();
    const mfn = machine.allocate(1, 0);
    machine.hold(mfn);

    machine.letGo(mfn);

    expect(machine.isAllocated(mfn)).toBe(true);
  });
});

describe('frames whose contents are kept elsewhere', () => {
  it('are written there, each where it belongs', () => {
    const machine = memory();
    const storage = (byte: number) => ({
      allocate: (mfn: number) => Uint8Array.of(byte, mfn & 0xff),
      release: () => undefined,
      close: () => undefined,
    });
    machine.allocate(8, 0);
    machine.keepIn(storage(1), 0x1000, 2);
    machine.keepIn(storage(2), 0x1002, 2);

    expect([...machine.writablePage(0x1001)]).toEqual([1, 1]);
    expect([...machine.writablePage(0x1003)]).toEqual([2, 3]);
    expect(machine.writablePage(0x1004)).toEqual(new Uint8Array(4096));
    machine.free(0x1000, 4);
    machine.allocate(4, 0);
    expect(machine.writablePage(0x1001)).toHaveLength(4096);
  });

  it('are forgotten in their place when they come back', () => {
    const machine = memory();
    const released: [number, number][] = [];
    const storage = {
      allocate: () => new Uint8Array(4096),
      release: (first: number, nr: number) => void released.push([first, nr]),
      close: () => undefined,
    };
    machine.allocate(8, 0);
    machine.keepIn(storage, 0x1000, 4);

    machine.free(0x1006, 1);
    machine.free(0x1000, 2);
    expect(machine.writablePage(0x1002)).toHaveLength(4096);
    machine.free(0x1002, 2);
    machine.free(0x1005, 1);

    expect(released).toEqual([
      [0x1000, 2],
      [0x1002, 2],
    ]);
  });
});
