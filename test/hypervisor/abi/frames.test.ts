import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as frames from '../../../src/hypervisor/abi/frames.js';

const { gfn, gfnOf, gpa, gpaOf, hex, INVALID_MFN, pageOffset } = frames;

describe('gfnOf and pageOffset', () => {
  // prettier-ignore
  it.each([
    // address           gfn              offset
    ['0x0',              '0x0',           '0x0'],
    ['0xfff',            '0x0',           '0xfff'],
    ['0x3008',           '0x3',           '0x8'],
    ['0xffffffff',       '0xfffff',       '0xfff'],
    ['0x100000000',      '0x100000',      '0x0'],
    ['0x7ffffffffabc',   '0x7ffffffff',   '0xabc'],
    ['0xfffffffffffff',  '0xffffffffff',  '0xfff'],
  ])('divide address %s at 4096 bytes, exactly', (address, frame, offset) => {
    expect([gfnOf(gpa(Number(address))), pageOffset(gpa(Number(address)))]).toEqual([Number(frame), Number(offset)]);
  });
});

describe('gpaOf', () => {
  it('puts gfn and offset together again, up to 2^52', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 52 - 1 }), (address) => {
        expect(gpaOf(gfnOf(gpa(address)), pageOffset(gpa(address)))).toBe(address);
      }),
    );
  });

  it('is the first byte of the page without an offset', () => {
    expect(gpaOf(gfn(0xfeff0))).toBe(0xfeff_0000);
  });
});

describe('INVALID_MFN', () => {
  it('has all 40 bits of the field in an entry', () => {
    expect(INVALID_MFN).toBe(0xff_ffff_ffff);
  });
});

describe('isInvalidGfn', () => {
  it('holds for all ones, and for nothing that a double tells from them', () => {
    expect([2 ** 64 - 1, 2 ** 64 - 2048, 2 ** 40].map(frames.isInvalidGfn)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('hex', () => {
  it('writes numbers and bigints as every header does', () => {
    expect([hex(0), hex(0xfeff0), hex(gfn(2 ** 39)), hex(0x9c00_0001_0020_0377n)]).toEqual([
      '0x0',
      '0xfeff0',
      '0x8000000000',
      '0x9c00000100200377',
    ]);
  });

  it.each([0x7fff_ffff, 0x8000_0000, 0xfe00_0010, 2 ** 53 - 1, 2 ** 60, 0.5 + 2 ** 32, NaN])(
    'writes the double %d as V8 does',
    (n) => {
      expect(hex(n)).toBe(`0x${n.toString(16)}`);
    },
  );

  it('writes all ones, which no double holds, as all ones', () => {
    expect(hex(Number(0xffff_ffff_ffff_ffffn))).toBe('0xffffffffffffffff');
  });
});
