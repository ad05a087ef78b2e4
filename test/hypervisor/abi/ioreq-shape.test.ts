import { describe, expect, it } from 'vitest';
import { packShape, unpackShape } from '../../../src/hypervisor/abi/ioreq-shape.js';

describe('the shape of a request', () => {
  it.each([
    { type: 1, dir: 0, size: 8, count: 2048 },
    { type: 8, dir: 1, size: 1, count: 2 ** 32 - 1 },
  ])('goes into one number and comes out of it: %j', (shape) => {
    expect(unpackShape(packShape(shape))).toEqual(shape);
  });
});
