import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DOUBLE,
  fromFloat80,
  ONE,
  SINGLE,
  toFloat80,
  ZERO,
} from '../../../../src/hypervisor/access/instructions/float80.js';

const view = new DataView(new ArrayBuffer(8));

const doubleBits = (value: number) => {
  view.setFloat64(0, value);
  return view.getBigUint64(0);
};
const singleBits = (value: number) => {
  view.setFloat32(0, value);
  return BigInt(view.getUint32(0));
};
const doubles = fc.oneof(fc.double(), fc.constantFrom(0, -0, 5e-324, -2.5e-310, Infinity));

describe('toFloat80', () => {
  // prettier-ignore
  it.each([
    // value       80 bits
    [1,            0x3fff_8000_0000_0000_0000n],
    [-2,           0xc000_8000_0000_0000_0000n],
    [1.5,          0x3fff_c000_0000_0000_0000n],
    [0,            0n],
    [-0,           0x8000_0000_0000_0000_0000n],
    [Infinity,     0x7fff_8000_0000_0000_0000n],
    [5e-324,       0x3bcd_8000_0000_0000_0000n],
  ])('of %d', (value, expected) => {
    expect(toFloat80(doubleBits(value), DOUBLE)).toBe(expected);
  });

  it('makes a signalling NaN quiet', () => {
    expect(toFloat80(0x7ff0_0000_0000_0001n, DOUBLE)).toBe(0x7fff_c000_0000_0000_0800n);
    expect(toFloat80(0x7f80_0001n, SINGLE)).toBe(0x7fff_c000_0100_0000_0000n);
  });

  it('is where the constants come from', () => {
    expect([toFloat80(doubleBits(1), DOUBLE), toFloat80(0n, DOUBLE)]).toEqual([ONE, ZERO]);
  });
});

describe('fromFloat80', () => {
  it('gives a double back as it was', () => {
    fc.assert(
      fc.property(doubles.map(doubleBits), (bits) => {
        expect(fromFloat80(toFloat80(bits, DOUBLE), DOUBLE)).toBe(bits);
      }),
    );
  });

  it('rounds to a single as hardware does', () => {
    fc.assert(
      fc.property(
        fc.oneof(doubles, fc.float(), fc.double({ min: -1e-37, max: 1e-37 })),
        (value) => {
          fc.pre(!Number.isNaN(value));
          expect(fromFloat80(toFloat80(doubleBits(value), DOUBLE), SINGLE)).toBe(singleBits(value));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('keeps a NaN a NaN', () => {
    expect(fromFloat80(0x7fff_c000_0000_0000_0000n, DOUBLE)).toBe(0x7ff8_0000_0000_0000n);
    expect(fromFloat80(0xffff_8000_0000_0000_0001n, SINGLE)).toBe(0xffc0_0000n);
  });

  it('keeps what a NaN carries, as far as there is room', () => {
    expect(fromFloat80(0x7fff_c000_0000_0000_0800n, DOUBLE)).toBe(0x7ff8_0000_0000_0001n);
    expect(fromFloat80(0x7fff_c000_0100_0000_0800n, SINGLE)).toBe(0x7fc0_0001n);
  });

  it('overflows to infinity', () => {
    expect(fromFloat80(0x7ffe_ffff_ffff_ffff_ffffn, DOUBLE)).toBe(0x7ff0_0000_0000_0000n);
  });

  it('rounds what lies in the middle to the even one', () => {
    const [one, ulp] = [0x3fff_8000_0000_0000_0000n, 1n << 40n];
    const half = ulp >> 1n;

    expect(fromFloat80(one + half, SINGLE)).toBe(singleBits(1));
    expect(fromFloat80(one + ulp + half, SINGLE)).toBe(singleBits(1 + 2 ** -22));
  });
});
