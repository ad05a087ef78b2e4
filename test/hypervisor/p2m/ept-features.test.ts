import { describe, expect, it } from 'vitest';
import { DEFAULT_FEATURES } from '../../../src/hypervisor/p2m/ept-features.js';

describe('DEFAULT_FEATURES', () => {
  it('are those of a present-day CPU under Xen 4.17', () => {
    expect(DEFAULT_FEATURES).toEqual({
      adBits: true,
      execSuperpages: true,
      superpages2m: true,
      superpages1g: true,
      layout: 'access_58',
      entryCountGuard: true,
      rangesStretchOnRemove: true,
      ioreqPagesReadonly: false,
    });
  });
});
