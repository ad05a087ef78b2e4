import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstByteOf,
  ioreqDirName,
  ioreqStateName,
  ioreqTypeName,
  lastByteOf,
  needsCompletion,
  newIoreq,
  readIoreq,
  setSlotData,
  setSlotPort,
  setSlotState,
  slotData,
  slotPort,
  slotState,
  writeIoreq,
  type Ioreq,
} from '../../../src/hypervisor/abi/ioreq.js';

const [PIO, COPY] = [0, 1];
const [WRITE, READ] = [0, 1] as const;

const page = () => new DataView(new ArrayBuffer(4096));
const bytes = (view: DataView, at: number, length: number) =>
  Buffer.from(view.buffer, at, length).toString('hex');

const anyIoreq: fc.Arbitrary<Ioreq> = fc.record({
  type: fc.nat(0xff),
  state: fc.nat(0xf),
  dir: fc.constantFrom(READ, WRITE),
  addr: fc.maxSafeNat(),
  data: fc.bigInt(0n, 2n ** 64n - 1n),
  size: fc.nat(0xffff_ffff),
  count: fc.nat(0xffff_ffff),
  df: fc.boolean(),
  dataIsPtr: fc.boolean(),
  vpEport: fc.nat(0xffff_ffff),
});

describe('newIoreq', () => {
  it('is a write of nothing to port 0, but for what is said', () => {
    expect(newIoreq()).toEqual({
      type: PIO,
      state: 0,
      dir: WRITE,
      addr: 0,
      data: 0n,
      size: 0,
      count: 1,
      df: false,
      dataIsPtr: false,
      vpEport: 0,
    });
    fc.assert(
      fc.property(anyIoreq, (ioreq) => {
        expect(newIoreq(ioreq)).toEqual(ioreq);
      }),
    );
  });
});

describe('writeIoreq', () => {
  it('lays the fields as C does, in the slot of the vcpu', () => {
    const view = page();

    writeIoreq(view, 2, {
      type: COPY,
      state: 1,
      dir: READ,
      addr: 0x1_f000_0010,
      data: 0x0102_0304_0506_0708n,
      size: 4,
      count: 3,
      df: true,
      dataIsPtr: true,
      vpEport: 9,
    });

    expect(bytes(view, 0, 64)).toBe('00'.repeat(64));
    expect(bytes(view, 64, 32)).toBe(
      '100000f001000000' +
        '0807060504030201' +
        '03000000' +
        '04000000' +
        '09000000' +
        '0000' +
        '7101',
    );
  });

  it('is undone by readIoreq', () => {
    fc.assert(
      fc.property(anyIoreq, fc.nat(127), (ioreq, slot) => {
        const view = page();
        writeIoreq(view, slot, ioreq);
        expect(readIoreq(view, slot)).toEqual(ioreq);
      }),
    );
  });
});

describe('the fields of a slot', () => {
  it('change one at a time', () => {
    const view = page();
    const ioreq = newIoreq({ type: COPY, dir: READ, df: true, addr: 0x1000, size: 8, state: 1 });
    writeIoreq(view, 5, ioreq);

    setSlotState(view, 5, 3);
    setSlotData(view, 5, 0xfedc_ba98_7654_3210n);
    setSlotPort(view, 5, 77);

    expect([slotState(view, 5), slotData(view, 5), slotPort(view, 5)]).toEqual([
      3,
      0xfedc_ba98_7654_3210n,
      77,
    ]);
    expect(readIoreq(view, 5)).toEqual({
      ...ioreq,
      state: 3,
      data: 0xfedc_ba98_7654_3210n,
      vpEport: 77,
    });
  });
});

describe('needsCompletion', () => {
  // prettier-ignore
  it.each([
    // type  dir    state  pointer  PIO writes too  needed
    [COPY,   READ,  1,     false,   false,          true],
    [COPY,   WRITE, 1,     false,   false,          true],
    [COPY,   READ,  1,     true,    false,          false],
    [COPY,   READ,  3,     false,   false,          false],
    [PIO,    READ,  1,     false,   false,          true],
    [PIO,    WRITE, 1,     false,   false,          false],
    [PIO,    WRITE, 1,     false,   true,           true],
  ] as const)('type %i dir %i state %i pointer %s, PIO writes too %s: %s', (type, dir, state, dataIsPtr, pio, needed) => {
    expect(needsCompletion(newIoreq({ type, dir, state, dataIsPtr }), pio)).toBe(needed);
  });
});

describe('the bytes that a request touches', () => {
  it('run upwards, and downwards with the direction flag', () => {
    const up = newIoreq({ addr: 0x1000, size: 4, count: 4 });
    const down = { ...up, df: true };

    expect([firstByteOf(up), lastByteOf(up)]).toEqual([0x1000, 0x100f]);
    expect([firstByteOf(down), lastByteOf(down)]).toEqual([0xff4, 0x1003]);
  });
});

describe('names', () => {
  it('are known for what Xen writes, and for nothing else', () => {
    expect([0, 1, 2, 7, 8, 3].map(ioreqTypeName)).toEqual([
      'pio',
      'copy',
      'pci_config',
      'timeoffset',
      'invalidate',
      undefined,
    ]);
    expect([0, 1, 2, 3, 4].map(ioreqStateName)).toEqual([
      'none',
      'ready',
      'inprocess',
      'resp_ready',
      undefined,
    ]);
    expect([ioreqDirName(READ), ioreqDirName(WRITE)]).toEqual(['read', 'write']);
  });
});
