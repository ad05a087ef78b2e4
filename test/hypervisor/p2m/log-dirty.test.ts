import { describe, expect, it } from 'vitest';
import { LogDirty } from '../../../src/hypervisor/p2m/log-dirty.js';

const [NONE, ALL, PART] = [0, 1, -1];

describe('LogDirty.coverage', () => {
  // prettier-ignore
  it.each([
    // range          covered  why
    [[0x000, 0x1ff],  NONE,    'below'],
    [[0x200, 0x2ff],  ALL,     'all of a range'],
    [[0x240, 0x240],  ALL,     'a gfn of it'],
    [[0x1ff, 0x200],  PART,    'across its beginning'],
    [[0x2ff, 0x400],  PART,    'across its end'],
    [[0x000, 0xfff],  PART,    'around it'],
    [[0x300, 0x3ff],  NONE,    'between two ranges'],
    [[0x2ff, 0x4ff],  PART,    'from one range to another'],
  ] as const)('of %j is %i: %s', ([first, last], covered, _) => {
    const logDirty = new LogDirty(true);
    logDirty.ranges.add(0x200, 0x2ff);
    logDirty.ranges.add(0x400, 0x4ff);

    expect(logDirty.coverage(first, last)).toBe(covered);
  });

  it('is none without ranges, and all of everything while the mode is global', () => {
    const logDirty = new LogDirty(true);
    expect(logDirty.coverage(0, 2 ** 36 - 1)).toBe(NONE);

    logDirty.global = true;
    expect(logDirty.coverage(0, 2 ** 36 - 1)).toBe(ALL);
  });

  it('has the fault of old rangesets, or not', () => {
    const coverages = [true, false].map((stretches) => {
      const { ranges } = new LogDirty(stretches);
      ranges.add(0x100, 0x1ff);
      ranges.add(0x400, 0x4ff);
      ranges.remove(0x300, 0x4ff);
      return [...ranges];
    });

    expect(coverages).toEqual([[[0x100, 0x2ff]], [[0x100, 0x1ff]]]);
  });
});

describe('LogDirty.mark', () => {
  it('counts every mark, and notes the page while the mode is on', () => {
    const logDirty = new LogDirty(true);

    logDirty.mark(0x205);
    expect(logDirty.hasBitmap).toBe(false);
    logDirty.enabled = true;
    logDirty.mark(0x206);

    expect(logDirty).toMatchObject({ marked: 2, lastMarked: 0x206, hasBitmap: true });
    expect([0x205, 0x206].map((gfn) => logDirty.bitmap.has(gfn))).toEqual([false, true]);
  });
});
