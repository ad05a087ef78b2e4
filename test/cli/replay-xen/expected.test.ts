import { describe, expect, it } from 'vitest';
import { expectedOf, isDeterministic } from '../../../src/cli/replay-xen/expected.js';
import { guestStep } from '../../support/replay.js';

describe('expectedOf', () => {
  it('is what a call answered, with everything spelt out', () => {
    const step = { scenario: 's', step: 1, op: 'nr_vcpus', ret: 0, args: {} };

    expect(expectedOf(step)).toEqual({ ret: 0, errno: null, out: {} });
  });

  it('is what a guest step showed, without what went in', () => {
    const mem = [{ gpa: '0x20000', before: '00', after: '01' }];
    const expected = expectedOf(guestStep({ mem, type_after: 'ram_rw' }));

    expect(Object.keys(expected).toSorted()).toEqual([
      'bufioreqs',
      'completed',
      'exception',
      'ioreqs',
      'mem',
      'regs_out',
      'type_after',
    ]);
    expect(expected.mem).toEqual([{ gpa: '0x20000', after: '01' }]);
  });
});

describe('isDeterministic', () => {
  it('is not what two recordings differed about', () => {
    const step = guestStep({ nondeterministic: ['/regs_out/rax'] });

    expect(['regs_out.rax', 'regs_out.rbx'].map((field) => isDeterministic(step, field))).toEqual([
      false,
      true,
    ]);
    expect(isDeterministic(guestStep(), 'regs_out.rax')).toBe(true);
  });
});
