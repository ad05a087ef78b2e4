import { describe, expect, it } from 'vitest';
import { XenError } from '../../../src/hypervisor/index.js';
import { returnCodeOf } from '../../../src/routes/problems/return-code.js';

const refuse = (): never => {
  throw new XenError('ENOENT', 'there is none');
};

describe('returnCodeOf', () => {
  it('is what the call returns, sooner or later', async () => {
    expect(returnCodeOf(() => 0)).toBe(0);
    expect(await returnCodeOf(() => Promise.resolve(0))).toBe(0);
  });

  it('is the negated number of what Xen refuses, sooner or later', async () => {
    expect(returnCodeOf(refuse)).toBe(-2);
    expect(await returnCodeOf(() => Promise.resolve().then(refuse))).toBe(-2);
  });

  it('is not for mistakes of ours', () => {
    expect(() =>
      returnCodeOf(() => {
        throw new TypeError('ours');
      }),
    ).toThrow(TypeError);
  });
});
