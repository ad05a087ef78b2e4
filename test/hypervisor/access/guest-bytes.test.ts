import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  putAt,
  readBytes,
  slice,
  valueAt,
  words,
  writeBytes,
} from '../../../src/hypervisor/access/guest-bytes.js';
import { guestWithRam } from '../../support/guest.js';

const sizes = fc.integer({ min: 1, max: 64 });

describe('putAt and valueAt', () => {
  it('are little endian', () => {
    const buffer = new Uint8Array(8);
    putAt(buffer, 2, 4, 0x1122_3344n);

    expect([...buffer]).toEqual([0, 0, 0x44, 0x33, 0x22, 0x11, 0, 0]);
    expect(valueAt(buffer, 3, 2)).toBe(0x2233n);
  });

  it('give back a value of any size, and touch nothing beside it', () => {
    fc.assert(
      fc.property(
        sizes,
        fc.nat(7),
        fc.bigInt({ min: 0n, max: 2n ** 512n - 1n }),
        (bytes, at, raw) => {
          const buffer = new Uint8Array(80).fill(0xee);
          const value = slice(raw, 0, bytes);
          putAt(buffer, at, bytes, value);

          expect(valueAt(buffer, at, bytes)).toBe(value);
          expect(
            buffer
              .filter((_, index) => index < at || index >= at + bytes)
              .every((byte) => byte === 0xee),
          ).toBe(true);
        },
      ),
    );
  });
});

describe('readBytes and writeBytes', () => {
  it('reach a machine frame, all zeros where nobody has written', () => {
    const { host, d1 } = guestWithRam();
    const { mfn } = d1.p2m.query(3);
    expect(readBytes(host.machine, mfn, 0xff8, 8)).toBe(0n);

    writeBytes(host.machine, mfn, 0xff8, 8, 0x1122n);
    expect(readBytes(host.machine, mfn, 0xff8, 2)).toBe(0x1122n);
  });
});

describe('slice', () => {
  it('takes bytes out of a value', () => {
    expect(slice(0x8877_6655_4433_2211n, 2, 3)).toBe(0x55_4433n);
  });
});

describe('words', () => {
  it('are two of 32 bits', () => {
    expect(words(0xffff_fffe_8000_0001n)).toEqual([0x8000_0001, 0xffff_fffe]);
  });
});
