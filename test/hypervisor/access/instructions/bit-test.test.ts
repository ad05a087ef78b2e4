import { describe, expect, it } from 'vitest';
import {
  testBit,
  type BitOperation,
} from '../../../../src/hypervisor/access/instructions/bit-test.js';

const CF = 1;

describe('testBit', () => {
  // prettier-ignore
  it.each<[BitOperation, bigint, bigint, number]>([
    // operation  bit  value after  CF
    ['bt',        4n,  0b1_0000n,   CF],
    ['bt',        3n,  0b1_0000n,   0],
    ['bts',       0n,  0b1_0001n,   0],
    ['btr',       4n,  0n,          CF],
    ['btc',       4n,  0n,          CF],
    ['btc',       63n, 0x8000_0000_0000_0010n, 0],
  ])('%s of bit %i', (operation, index, value, flags) => {
    expect(testBit(operation, 0b1_0000n, index)).toEqual({ value, flags, affected: CF });
  });
});
