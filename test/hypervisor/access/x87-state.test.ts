import { describe, expect, it } from 'vitest';
import {
  newX87,
  popSt,
  pushSt,
  readMm,
  readSt,
  writeMm,
  writeSt,
} from '../../../src/hypervisor/access/x87-state.js';

describe('the register stack', () => {
  it('grows downwards and wraps around', () => {
    const two = pushSt(pushSt(newX87(), 1n), 2n);

    expect([two.top, readSt(two, 0), readSt(two, 1), readSt(two, 2)]).toEqual([6, 2n, 1n, 0n]);
    expect(popSt(two).top).toBe(7);
    expect(popSt(popSt(two)).top).toBe(0);
    expect(readSt(writeSt(two, 7, 9n), 7)).toBe(9n);
  });

  it('is replaced, never changed', () => {
    const empty = newX87();
    pushSt(empty, 1n);
    writeSt(empty, 0, 1n);
    writeMm(empty, 0, 1n);

    expect(empty).toEqual(newX87());
  });
});

describe('MMX registers', () => {
  it('lie over the significands and make the stack begin at its first register', () => {
    const written = writeMm(pushSt(newX87(), 1n), 3, 0x1234n);

    expect(readMm(written, 3)).toBe(0x1234n);
    expect([written.top, written.registers[3]]).toEqual([0, 0xffff_0000_0000_0000_1234n]);
  });
});
