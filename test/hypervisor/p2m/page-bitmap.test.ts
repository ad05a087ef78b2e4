import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PageBitmap } from '../../../src/hypervisor/p2m/page-bitmap.js';

const PIECE = 32768;
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

  it('counts each gfn once', () => {
    expect(bitmapOf(5, 6, 5, 31, 31).count).toBe(3);
  });

  it('shows the first gfns eight a byte, the lowest in bit 0', () => {
    const bitmap = bitmapOf(0, 9, 15, 16, PIECE + 7);

    expect([...bitmap.bytes(16)]).toEqual([0b1, 0b1000_0010]);
    expect([...bitmap.bytes(10)]).toEqual([0b1, 0b10]);
    expect(bitmap.bytes(PIECE + 8)).toHaveLength(PIECE / 8 + 1);
    expect(bitmap.bytes(PIECE + 8).at(-1)).toBe(0b1000_0000);
    expect(bitmap.bytes(0)).toHaveLength(0);
  });

  it('clears in pieces, and begins to count anew', () => {
    const bitmap = bitmapOf(1, PIECE - 1, PIECE);

    bitmap.clear(2);

    expect([1, PIECE - 1, PIECE].map((gfn) => bitmap.has(gfn))).toEqual([false, false, true]);
    expect(bitmap.count).toBe(0);
    bitmap.clear(PIECE);
    expect(bitmap.has(PIECE)).toBe(true);
  });

  it('shows its pieces alike in whatever order they came to be', () => {
    expect(bitmapOf(PIECE, 0).bytes(PIECE + 1)).toEqual(bitmapOf(0, PIECE).bytes(PIECE + 1));
  });

  it('is saved piece by piece, the lowest first', () => {
    const bitmap = bitmapOf(PIECE + 1, 3);

    expect(bitmap.save().pieces.map(({ number }) => number)).toEqual([0, 1]);
  });

  it('goes its own way from what another has saved', () => {
    const bitmap = bitmapOf(3, PIECE + 1);
    const restored = new PageBitmap();

    restored.restore(bitmap.save());
    restored.set(4);

    expect([3, 4, PIECE + 1].map((gfn) => restored.has(gfn))).toEqual([true, true, true]);
    expect([restored.count, bitmap.has(4)]).toEqual([3, false]);
  });
});

function bitmapOf(...gfns: number[]) {
  const bitmap = new PageBitmap();
  for (const gfn of gfns) bitmap.set(gfn);
  return bitmap;
}
