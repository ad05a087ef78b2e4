import { describe, expect, it } from 'vitest';
import { FILLED, pageAround, scatteredPage } from '../../../src/cli/replay-xen/page-pattern.js';

const PAGE = 4096;

describe('the pages of the recordings', () => {
  it('are filled byte by byte', () => {
    const [target, scratch] = FILLED;

    expect(target).toMatchObject({ gpa: 0x40_0000 });
    expect([...target!.bytes.subarray(0, 3)]).toEqual([3, 10, 17]);
    expect(scratch).toMatchObject({ gpa: 0x2_0000 });
    expect([...scratch!.bytes.subarray(0, 3)]).toEqual([0x51, 0x56, 0x5b]);
    expect([...scatteredPage(2).subarray(0, 3)]).toEqual([5, 12, 19]);
  });
});

describe('pageAround', () => {
  it('is the whole page that the watched bytes are part of', () => {
    const whole = scatteredPage(5);

    expect(pageAround({ gpa: 0x5100, bytes: whole.slice(0x100, 0x110) })).toEqual({
      gpa: 0x5000,
      bytes: whole,
    });
    expect(pageAround({ gpa: 0x2_0000, bytes: FILLED[1]!.bytes.slice(0, 32) })?.bytes).toEqual(
      FILLED[1]!.bytes,
    );
    expect(whole).toHaveLength(PAGE);
  });

  it('is nothing where they are of no pattern', () => {
    expect(pageAround({ gpa: 0x5000, bytes: Uint8Array.of(1, 2, 4, 8) })).toBeUndefined();
  });
});
