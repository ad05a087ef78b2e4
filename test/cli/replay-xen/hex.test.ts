import { expect, it } from 'vitest';
import { fromHex, toHex } from '../../../src/cli/replay-xen/hex.js';

it('is bytes as the recordings write them', () => {
  expect(fromHex('00ff7a')).toEqual(Uint8Array.of(0, 0xff, 0x7a));
  expect(toHex(Uint8Array.of(0, 0xff, 0x7a))).toBe('00ff7a');
});
