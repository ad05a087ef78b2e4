import { expect, it } from 'vitest';
import { gfnOf } from '../../../console/src/parts/gfn-of.js';

it('gfnOf says the page of an address, however high', () => {
  expect(gfnOf('0x1000fff')).toBe('0x1000');
  expect(gfnOf('0xfff')).toBe('0x0');
  expect(gfnOf('0xffffffffffffffff')).toBe('0xfffffffffffff');
});
