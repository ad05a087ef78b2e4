import { describe, expect, it } from 'vitest';
import { TextRing } from '../../../src/hypervisor/journal/text-ring.js';

describe('TextRing', () => {
  it('keeps the latest texts by number, and no others', () => {
    const ring = new TextRing(2);
    const [a, b, c] = ['a', 'b', 'c'].map((text) => ring.add(text));

    expect([a, b, c].map((number) => ring.get(number!))).toEqual([undefined, 'b', 'c']);
    expect([ring.get(0), ring.get(4)]).toEqual([undefined, undefined]);
  });
});
