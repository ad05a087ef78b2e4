import { describe, expect, it } from 'vitest';
import { RecordRing } from '../../../src/hypervisor/journal/record-ring.js';

const filled = (capacity: number, records: number) => {
  const ring = new RecordRing(capacity, 1);
  for (let n = 1; n <= records; n++)
    ring.numbers[ring.add(BigInt(n), 3, 0xffff_0000 + n, n, n, 2)] = 10 * n;
  return ring;
};

describe('RecordRing', () => {
  it.each([
    { capacity: 1000, records: 600, first: 1 },
    { capacity: 1000, records: 1000, first: 1 },
    { capacity: 1000, records: 3501, first: 2502 },
    { capacity: 1, records: 5, first: 5 },
  ])('of $capacity, after $records, begins with $first', ({ capacity, records, first }) => {
    const ring = filled(capacity, records);
    expect([ring.firstSeq, ring.nextSeq]).toEqual([first, records + 1]);
    for (const seq of [first, records])
      expect({
        time: ring.timeOf(seq),
        kind: ring.kindOf(seq),
        who: ring.whoOf(seq),
        request: ring.requestOf(seq),
        gfns: [ring.gfnOf(seq), ring.nrOf(seq)],
        number: ring.numberOf(seq, 0),
      }).toEqual({
        time: BigInt(seq),
        kind: 3,
        who: 0xffff_0000 + seq,
        request: seq,
        gfns: [seq, 2],
        number: 10 * seq,
      });
  });

  it.each([
    { records: 10, roomFor: 64 },
    { records: 65, roomFor: 100 },
    { records: 500, roomFor: 100 },
  ])('of 100 has, after $records, room for $roomFor', ({ records, roomFor }) => {
    expect(filled(100, records).numbers).toHaveLength(roomFor * 13);
  });

  it('makes a record longer', () => {
    const ring = filled(8, 9);
    ring.lengthen(9, 5);
    expect([ring.nrOf(8), ring.nrOf(9)]).toEqual([2, 7]);
  });
});
