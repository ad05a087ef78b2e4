import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BINARY,
  resultFlags,
  UNARY,
  type BinaryOperation,
  type UnaryOperation,
} from '../../../../src/hypervisor/access/instructions/alu.js';

const [CF, PF, AF, ZF, SF, OF] = [1, 4, 0x10, 0x40, 0x80, 0x800];
const ALL = CF | PF | AF | ZF | SF | OF;

const operands = fc.constantFrom(1, 2, 4, 8).chain((bytes) => {
  const value = fc.bigInt({ min: 0n, max: 2n ** BigInt(8 * bytes) - 1n });
  return fc.tuple(fc.constant(bytes), value, value, fc.boolean());
});
const wrap = (bytes: number, value: bigint) => BigInt.asUintN(8 * bytes, value);

describe('BINARY', () => {
  // prettier-ignore
  it.each<[BinaryOperation, number, bigint, bigint, boolean, bigint, number]>([
    // operation bytes  a        b       carry  value  flags
    ['add',      1,     0xffn,   1n,     true,  0n,    CF | PF | AF | ZF],
    ['add',      1,     0x7fn,   1n,     false, 0x80n, AF | SF | OF],
    ['adc',      1,     0x7fn,   0n,     true,  0x80n, AF | SF | OF],
    ['adc',      1,     0xffn,   0n,     false, 0xffn, PF | SF],
    ['sub',      1,     0n,      1n,     true,  0xffn, CF | PF | AF | SF],
    ['sub',      1,     0x80n,   1n,     false, 0x7fn, AF | OF],
    ['sbb',      1,     5n,      4n,     true,  0n,    PF | ZF],
    ['and',      4,     0xf0n,   0x3cn,  true,  0x30n, PF],
    ['or',       4,     0xf0n,   0x0cn,  false, 0xfcn, PF],
    ['xor',      4,     0xffn,   0xffn,  true,  0n,    PF | ZF],
  ])('%s of %i bytes of %i and %i with carry %s', (operation, bytes, a, b, carry, value, flags) => {
    expect(BINARY[operation](a, b, bytes, carry)).toEqual({ value, flags, affected: ALL });
  });

  it('wraps sums and differences around', () => {
    fc.assert(
      fc.property(operands, ([bytes, a, b, carry]) => {
        const c = carry ? 1n : 0n;
        expect(BINARY.adc(a, b, bytes, carry).value).toBe(wrap(bytes, a + b + c));
        expect(BINARY.sbb(a, b, bytes, carry).value).toBe(wrap(bytes, a - b - c));
      }),
    );
  });

  it('sets OF where the signed result does not fit, CF where the unsigned one does not', () => {
    fc.assert(
      fc.property(operands, ([bytes, a, b, carry]) => {
        const signed = (value: bigint) => BigInt.asIntN(8 * bytes, value);
        const c = carry ? 1n : 0n;
        const [sum, difference] = [signed(a) + signed(b) + c, signed(a) - signed(b) - c];
        const added = BINARY.adc(a, b, bytes, carry).flags;
        const taken = BINARY.sbb(a, b, bytes, carry).flags;

        expect((added & OF) !== 0).toBe(sum !== signed(sum));
        expect((taken & OF) !== 0).toBe(difference !== signed(difference));
        expect((added & CF) !== 0).toBe(a + b + c !== wrap(bytes, a + b + c));
        expect((taken & CF) !== 0).toBe(a < b + c);
      }),
    );
  });
});

describe('UNARY', () => {
  // prettier-ignore
  it.each<[UnaryOperation, bigint, bigint, number, number]>([
    // operation a      value  flags              affected
    ['inc',      0xffn, 0n,    CF | PF | AF | ZF, ALL & ~CF],
    ['dec',      0n,    0xffn, CF | PF | AF | SF, ALL & ~CF],
    ['neg',      1n,    0xffn, CF | PF | AF | SF, ALL],
    ['neg',      0n,    0n,    PF | ZF,           ALL],
    ['not',      0x0fn, 0xf0n, 0,                 0],
  ])('%s of the byte %i', (operation, a, value, flags, affected) => {
    expect(UNARY[operation](a, 1)).toEqual({ value, flags, affected });
  });
});

describe('resultFlags', () => {
  it('counts the ones of the low byte alone for PF', () => {
    expect(resultFlags(0x103n, 2)).toBe(PF);
    expect(resultFlags(0x101n, 2)).toBe(0);
    expect(resultFlags(0x8000n, 2)).toBe(PF | SF);
  });
});
