import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  doubleShift,
  shift,
  type DoubleShiftOperation,
  type ShiftOperation,
} from '../../../../src/hypervisor/access/instructions/shift.js';

const [CF, PF, AF, ZF, SF, OF] = [1, 4, 0x10, 0x40, 0x80, 0x800];
const ALL = CF | PF | AF | ZF | SF | OF;

describe('shift', () => {
  // prettier-ignore
  it.each<[ShiftOperation, bigint, bigint, boolean, bigint, number, number]>([
    // operation value  count carry  after  flags           affected
    ['shl',      0x81n, 1n,   false, 0x02n, CF | OF,        ALL],
    ['shl',      0x01n, 8n,   false, 0x00n, CF | PF | ZF | OF, ALL],
    ['shr',      0x81n, 1n,   false, 0x40n, CF | OF,        ALL],
    ['shr',      0x02n, 1n,   false, 0x01n, 0,              ALL],
    ['sar',      0x81n, 1n,   false, 0xc0n, CF | PF | SF,   ALL],
    ['sar',      0x80n, 20n,  false, 0xffn, CF | PF | SF,   ALL],
    ['rol',      0x81n, 1n,   false, 0x03n, CF | OF,        CF | OF],
    ['rol',      0x81n, 8n,   false, 0x81n, CF,             CF | OF],
    ['ror',      0x01n, 1n,   false, 0x80n, CF | OF,        CF | OF],
    ['ror',      0x03n, 2n,   false, 0xc0n, CF,             CF | OF],
    ['rcl',      0x80n, 1n,   true,  0x01n, CF | OF,        CF | OF],
    ['rcl',      0x00n, 9n,   true,  0x00n, CF | OF,        CF | OF],
    ['rcr',      0x01n, 1n,   true,  0x80n, CF | OF,        CF | OF],
    ['rcr',      0x01n, 1n,   false, 0x00n, CF,             CF | OF],
  ])('%s of the byte 0x%x by %i with carry %s', (operation, value, count, carry, after, flags, affected) => {
    expect(shift(operation, value, count, 1, carry)).toEqual({ value: after, flags, affected });
  });

  it.each([
    [4, 0x20n],
    [8, 0x40n],
    [1, 0n],
  ])('changes nothing of %i bytes by 0x%x', (bytes, count) => {
    expect(shift('shl', 1n, count, bytes, false)).toBeUndefined();
  });

  it.each([
    [4, 2n],
    [8, 2n ** 33n],
  ])('shifts a one of %i bytes by 33 to 0x%x', (bytes, after) => {
    expect(shift('shl', 1n, 33n, bytes, false)?.value).toBe(after);
  });

  it('rotates back what it has rotated', () => {
    const any = fc.tuple(
      fc.constantFrom(1, 2, 4, 8),
      fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      fc.bigInt({ min: 1n, max: 31n }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(any, ([bytes, raw, count, carry]) => {
        const value = BigInt.asUintN(8 * bytes, raw);
        const left = shift('rol', value, count, bytes, carry);
        expect(shift('ror', left!.value, count, bytes, carry)!.value).toBe(value);
        const through = shift('rcl', value, count, bytes, carry)!;
        const back = shift('rcr', through.value, count, bytes, (through.flags & CF) !== 0)!;
        expect([back.value, (back.flags & CF) !== 0]).toEqual([value, carry]);
      }),
    );
  });
});

describe('doubleShift', () => {
  // prettier-ignore
  it.each<[DoubleShiftOperation, bigint, bigint, bigint, bigint, number]>([
    // operation value        filler       count after          flags
    ['shld',     0x8000_0001n, 0xc000_0000n, 1n,  3n,            CF | PF | OF],
    ['shld',     0x0000_00ffn, 0xab00_0000n, 8n,  0xffabn,       0],
    ['shrd',     0x0000_0001n, 0x0000_0001n, 1n,  0x8000_0000n,  CF | PF | SF | OF],
    ['shrd',     0xff00n,      0x0000_00abn, 8n,  0xab00_00ffn,  PF | SF | OF],
  ])('%s of 0x%x with 0x%x by %i', (operation, value, filler, count, after, flags) => {
    expect(doubleShift(operation, value, filler, count, 4)).toEqual({ value: after, flags, affected: ALL });
  });

  it('shifts quadwords by up to 63', () => {
    expect(doubleShift('shld', 1n, 0n, 33n, 8)?.value).toBe(2n ** 33n);
  });

  it('changes nothing by a multiple of the mask', () => {
    expect(doubleShift('shld', 1n, 1n, 32n, 4)).toBeUndefined();
    expect(doubleShift('shrd', 1n, 1n, 64n, 8)).toBeUndefined();
  });
});
