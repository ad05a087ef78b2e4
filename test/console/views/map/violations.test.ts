import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../console/src/live/entry.js';
import { ViolationCounts } from '../../../../console/src/views/map/violations.js';

const exit = (gpa: string, reason: string, domid = 1) =>
  ({ seq: 1, time: '0x0', kind: 'vmexit', domid, vcpu: 0, gpa, reason, at: 0 }) as Entry;

describe('ViolationCounts', () => {
  it('counts what guests of its domain stumbled on, by page', () => {
    const counts = new ViolationCounts(1);

    counts.add([
      exit('0x1000008', 'EPT_VIOLATION'),
      exit('0x1000ff8', 'EPT_MISCONFIG'),
      exit('0x2000000', 'EPT_VIOLATION'),
      exit('0x2000000', 'EPT_VIOLATION', 2),
      exit('0x2000000', 'IO_INSTRUCTION'),
    ]);

    expect([...counts.byGfn]).toEqual([
      [0x1000, 2],
      [0x2000, 1],
    ]);
    expect(counts.between(0x1000, 1)).toBe(2);
    expect(counts.between(0, 0x10000)).toBe(3);
  });
});
