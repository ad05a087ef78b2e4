import { describe, expect, it } from 'vitest';
import { findAt } from '../../../../console/src/views/timeline/find-at.js';
import { lanesOf } from '../../../../console/src/views/timeline/lanes.js';
import { NO_FILTER, seenIn } from '../../../../console/src/views/timeline/seen.js';
import { TimelineModel } from '../../../../console/src/views/timeline/timeline-model.js';
import { answered, record, sent } from './records.js';

const model = new TimelineModel(1);
model.add([record('vmexit', 8), sent(10, 1), answered(20, 1), sent(30, 2, { vcpu: 1 })]);
const lanes = lanesOf(model, [{ id: 9 }]);
const seen = seenIn(model, { left: 0, right: 100 }, 'order', NO_FILTER);

const at = (place: number, label: string) =>
  findAt(seen, 'order', { place, slack: 1, lane: lanes.find((lane) => lane.label === label) });

describe('lanesOf', () => {
  it('has the vcpus above Xen, and the servers below, also one that nothing was asked of', () => {
    expect(lanes.map(({ label }) => label)).toEqual([
      'vcpu 0',
      'vcpu 1',
      'Xen',
      'server 0',
      'server 9',
    ]);
  });
});

describe('findAt', () => {
  it('finds a request in the lane of its vcpu and of its server', () => {
    expect(at(15, 'vcpu 0')).toBe(10);
    expect(at(15, 'server 0')).toBe(10);
    expect(at(15, 'vcpu 1')).toBeUndefined();
  });

  it('finds one that is not answered as far as the window goes', () => {
    expect(at(99, 'vcpu 1')).toBe(30);
  });

  it('finds a mark where there is no request', () => {
    expect(at(8.5, 'vcpu 0')).toBe(8);
    expect(at(5, 'vcpu 0')).toBeUndefined();
  });
});
