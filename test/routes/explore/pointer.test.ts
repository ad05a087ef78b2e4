import { describe, expect, it } from 'vitest';
import { escaped } from '../../../src/routes/explore/pointer.js';

describe('escaped', () => {
  it.each([
    ['vcpu0', 'vcpu0'],
    ['a/b', 'a~1b'],
    ['~1', '~01'],
  ])('writes %s as %s', (name, expected) => {
    expect(escaped(name)).toBe(expected);
  });
});
