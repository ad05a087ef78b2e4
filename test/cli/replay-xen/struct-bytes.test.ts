import { describe, expect, it } from 'vitest';
import { numberAt, structOf } from '../../../src/cli/replay-xen/struct-bytes.js';

describe('a struct as bytes', () => {
  it('is little endian, with 0 for what is not said', () => {
    const bytes = structOf([
      [0x1234, 2],
      [undefined, 2],
      ['0xffffffffffffffff', 8],
      [-1, 4],
    ]);

    expect([...bytes]).toEqual([0x34, 0x12, 0, 0, ...Array<number>(12).fill(0xff)]);
    expect(numberAt(bytes, 0, 4)).toBe(0x1234n);
  });
});
