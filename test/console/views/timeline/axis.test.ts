import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { AXES, firstFrom } from '../../../../console/src/views/timeline/axis.js';
import { record } from './records.js';

describe('AXES', () => {
  it('places a record by its number, by when it was heard of, and by virtual milliseconds', () => {
    const entry = record('vmexit', 7, { at: 12, time: '0x1e8480' });

    expect([AXES.order.at(entry), AXES.heard.at(entry), AXES.virtual.at(entry)]).toEqual([
      7, 12, 2,
    ]);
  });
});

describe('firstFrom', () => {
  it('finds what a search from the left finds', () => {
    const sorted = fc.array(fc.nat(50)).map((places) => places.sort((a, b) => a - b));

    fc.assert(
      fc.property(sorted, fc.nat(60), (places, place) => {
        const found = places.findIndex((one) => one >= place);
        expect(firstFrom(places, place, (one) => one)).toBe(found < 0 ? places.length : found);
      }),
    );
  });
});
