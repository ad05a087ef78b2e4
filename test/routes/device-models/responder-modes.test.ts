import { describe, expect, it } from 'vitest';
import { newIoreq, type Ioreq } from '../../../src/hypervisor/abi/ioreq.js';
import { gpa } from '../../../src/hypervisor/index.js';
import { respond, type ResponderMode } from '../../../src/routes/device-models/responder-modes.js';
import { hostWithRam } from '../../support/host.js';

const COPY = 1;
const PIO = 0;
const READ = 1;
const WRITE = 0;

function setup() {
  const { ram } = hostWithRam(1).d1;
  return {
    peek: (at: number, length: number) => [...ram.read(gpa(at), length)],
    poke: (at: number, ...bytes: number[]) => ram.write(gpa(at), Uint8Array.from(bytes)),
    respondTo: (mode: ResponderMode, fields: Partial<Ioreq>, ioservid = 0) =>
      respond(mode, ioservid, newIoreq({ type: COPY, size: 2, ...fields }), ram),
  };
}

describe('respond', () => {
  // prettier-ignore
  it.each([
    ['ones',    COPY, 0xf000_0010, 0, 0xffffn],
    ['zero',    COPY, 0xf000_0010, 0, 0n],
    ['ram',     COPY, 0x10,        0, 0x0201n],
    ['ram',     COPY, 0xf000_0010, 0, 0xffffn],
    ['ram',     PIO,  0x10,        0, 0xffffn],
    ['pattern', COPY, 0xf000_000f, 0, 0xa0afn],
    ['pattern', COPY, 0xf000_0003, 1, 0xb4b3n],
  ] as const)('answers a read by %s (type %s, address %s, server %s)', (mode, type, addr, id, data) => {
    const { respondTo, poke } = setup();
    poke(0x10, 1, 2);

    expect(respondTo(mode, { type, addr, dir: READ }, id)).toBe(data);
  });

  it('stores a write by ram, every repetition of it, and by no other mode', () => {
    const { respondTo, peek } = setup();
    const write = { addr: 0x10, dir: WRITE, data: 0x2211n, count: 2 } as const;

    for (const mode of ['ones', 'zero', 'pattern'] as const) respondTo(mode, write);
    expect(peek(0x10, 4)).toEqual([0, 0, 0, 0]);

    respondTo('ram', write);
    expect(peek(0x10, 4)).toEqual([0x11, 0x22, 0x11, 0x22]);
  });

  it('answers what no Xen asks, as the shared page may say it, as far as Xen would ask', () => {
    const { respondTo, peek } = setup();
    const most = 2 ** 32 - 1;

    expect(respondTo('zero', { addr: 0, dir: READ, size: most, count: most, data: 1n })).toBe(0n);
    respondTo('ram', { addr: 0, dir: WRITE, size: 1, count: most, data: 0x11n });
    respondTo('ram', { addr: 0x20, dir: WRITE, size: most, data: 0x8877_6655_4433_2211n });

    expect(peek(0x1e, 12)).toEqual([
      ...[0x11, 0x11],
      ...[0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88],
      ...[0x11, 0x11],
    ]);
    expect(peek(0xfff, 1)).toEqual([0x11]);
  });

  it('lets a write to what is no RAM vanish', () => {
    const { respondTo } = setup();

    expect(respondTo('ram', { addr: 0xf000_0010, dir: WRITE, data: 7n })).toBe(7n);
  });

  it('puts values where a request points, upwards or downwards', () => {
    const { respondTo, peek } = setup();
    const read = { addr: 0xf000_0004, dir: READ, dataIsPtr: true, data: 0x20n, count: 2 } as const;

    respondTo('pattern', read);
    expect(peek(0x20, 4)).toEqual([0xa4, 0xa5, 0xa6, 0xa7]);
    respondTo('pattern', { ...read, df: true });
    expect(peek(0x1e, 4)).toEqual([0xa2, 0xa3, 0xa4, 0xa5]);
  });

  it('counts the repetitions of a port in the pattern', () => {
    const { respondTo, peek } = setup();

    respondTo('pattern', {
      type: PIO,
      addr: 0x10,
      dir: READ,
      dataIsPtr: true,
      data: 0x20n,
      count: 3,
      size: 1,
    });

    expect(peek(0x20, 3)).toEqual([0xa0, 0xa1, 0xa2]);
  });

  it('takes the values of a write from where it points', () => {
    const { respondTo, peek, poke } = setup();
    poke(0x20, 1, 2, 3, 4);

    respondTo('ram', { addr: 0x40, dir: WRITE, dataIsPtr: true, data: 0x20n, count: 2 });

    expect(peek(0x40, 4)).toEqual([1, 2, 3, 4]);
  });
});
