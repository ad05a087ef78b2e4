import { describe, expect, it } from 'vitest';
import { NO_FILTER, seenIn } from '../../../../console/src/views/timeline/seen.js';
import { TimelineModel } from '../../../../console/src/views/timeline/timeline-model.js';
import { answered, record, sent } from './records.js';

const model = new TimelineModel(1);
model.add([
  sent(10, 1),
  record('vmexit', 15),
  answered(20, 1),
  sent(30, 2, { vcpu: 1, addr: '0x2000' }),
  record('vmexit', 35),
  sent(40, 3),
  answered(50, 3),
]);

const seqsIn = (left: number, right: number, filter = NO_FILTER) =>
  seenIn(model, { left, right }, 'order', filter).requests.map(({ begin }) => begin.seq);

describe('seenIn', () => {
  it('has what begins in the window, and what reaches into it', () => {
    expect(seqsIn(0, 100)).toEqual([10, 30, 40]);
    expect(seqsIn(15, 35)).toEqual([10, 30]);
    expect(seqsIn(21, 29)).toEqual([]);
    expect(seqsIn(60, 70)).toEqual([30]);
  });

  it('has the marks in it', () => {
    expect(seenIn(model, { left: 15, right: 35 }, 'order', NO_FILTER).marks).toHaveLength(1);
  });

  it('leaves out what the filter does', () => {
    expect(seqsIn(0, 100, { ...NO_FILTER, vcpu: 1 })).toEqual([30]);
    expect(seqsIn(0, 100, { ...NO_FILTER, from: 0x1000, to: 0x2000 })).toEqual([30]);
    expect(seqsIn(0, 100, { ...NO_FILTER, from: 0x2001 })).toEqual([10, 40]);
  });
});
