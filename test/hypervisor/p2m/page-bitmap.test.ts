import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PageBitmap } from '../../../src/hypervisor/p2m/page-bitmap.js';

/** Near the ends of a piece and of a word, and far up. */
const anyGfn = fc.oneof(fc.nat(0x1_0001), fc.integer({ min: 0xf_ffff_fff0, max: 0xf_ffff_ffff }));

describe('PageBitmap', () => {
  it('holds what a set holds', () => {
    fc.assert(
      fc.property(fc.array(anyGfn), fc.array(anyGfn), (gfns, others) => {
        const bitmap = new PageBitmap();
        const set = new Set(gfns);

        for (const gfn of gfns) bitmap.set(gfn);

        for (const gfn of [...gfns, ...others]) expect(bitmap.has(gfn)).toBe(set.has(gfn));
      }),
    );
  });

  it('is empty once cleared', () => {
    const bitmap = new PageBitmap();
    bitmap.set(31);
    bitmap.set(0x8000);

    bitmap.clear();

    expect([31, 0x8000].map((gfn) => bitmap.has(gfn))).toEqual([false, false]);
  });
});
