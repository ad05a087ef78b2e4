import { describe, expect, it } from 'vitest';
import { TraceRecorder } from '../../../src/hypervisor/access/trace.js';

describe('TraceRecorder', () => {
  it('keeps the steps in their order', () => {
    const recorder = new TraceRecorder();
    recorder.record('ept_misconfig', 1, 0x3000);
    recorder.record('retry', 0);
    recorder.record('domain_crash');

    expect(recorder.steps()).toEqual([
      { step: 'ept_misconfig', gpa: '0x3000', resolved: true, spurious: false },
      { step: 'retry', why: 'the p2m has changed' },
      { step: 'domain_crash' },
    ]);
  });

  it('keeps numbers above 32 bits, and words without a sign', () => {
    const recorder = new TraceRecorder();
    recorder.record('completion', 0, 2 ** 45, 0, -1, 0x8000_0000);

    expect(recorder.steps()).toEqual([
      { step: 'completion', addr: '0x200000000000', data: '0x80000000ffffffff' },
    ]);
  });

  it('can be made like another', () => {
    const [recorder, other] = [new TraceRecorder(), new TraceRecorder()];
    recorder.record('retry', 1);
    recorder.record('domain_crash');
    other.restore(recorder.save());

    expect(other.steps()).toEqual(recorder.steps());
    expect(other.steps()).toHaveLength(2);
  });
});
