import { describe, expect, it } from 'vitest';
import { wireNumber } from '../../src/client/wire-number.js';

describe('wireNumber', () => {
  // prettier-ignore
  it.each([
    [0,                   '0x0'],
    [0xf000_0000,         '0xf0000000'],
    ['0xFF',              '0xff'],
    ['16',                '0x10'],
    [2n ** 64n - 1n,      '0xffffffffffffffff'],
    [-1,                  '0xffffffffffffffff'],
  ])('writes %s as %s', (value, wire) => {
    expect(wireNumber(value)).toBe(wire);
  });
});
