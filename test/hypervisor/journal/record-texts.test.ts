import { describe, expect, it } from 'vitest';
import { RecordTexts } from '../../../src/hypervisor/journal/record-texts.js';

describe('RecordTexts', () => {
  it('keeps the latest texts by number, and no others', () => {
    const texts = new RecordTexts(2);
    const numbers = ['a', 'b', 'c'].map((text) => texts.add(text));

    expect(numbers).toEqual([1, 2, 3]);
    expect(numbers.map((number) => texts.get(number))).toEqual([undefined, 'b', 'c']);
    expect([texts.get(0), texts.get(4)]).toEqual([undefined, undefined]);
  });

  it('forgets what no record says any more', () => {
    const texts = new RecordTexts(9);
    const [a, b] = [texts.add('a'), texts.add('b')];

    texts.forgetBelow(b);
    texts.forgetBelow(a);

    expect([texts.get(a), texts.get(b), texts.add('c')]).toEqual([undefined, 'b', 3]);
  });
});
