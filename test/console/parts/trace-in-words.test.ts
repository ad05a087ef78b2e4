import { describe, expect, it } from 'vitest';
import { TRACE_WORDS } from '../../../console/trace-words.js';
import { stepInWords } from '../../../console/src/parts/trace-in-words.js';
import { TRACE_STEPS } from '../../../src/hypervisor/access/trace-steps.js';

describe('stepInWords', () => {
  it.each(Object.entries(TRACE_STEPS))('has whole sentences for %s', (step, fieldsOf) => {
    const { says } = stepInWords(TRACE_WORDS, { step, ...fieldsOf(0, 0x1000, 0, 0, 0) });

    expect(says).not.toMatch(/undefined|null|\[object|^\w+ \{/);
  });

  it('says who takes the step, and what came of it', () => {
    expect(
      stepInWords(TRACE_WORDS, {
        step: 'ioreq_server_select',
        ioservid: null,
        addr: '0x1',
        why: 'no server',
      }),
    ).toEqual({
      by: 'Xen',
      says: 'chooses who gets 0x1: no server',
    });
    expect(stepInWords(TRACE_WORDS, { step: 'completion', addr: '0x1', data: '0x2' }).by).toBe(
      'device model',
    );
    expect(
      stepInWords(TRACE_WORDS, {
        step: 'ept_walk',
        level: 0,
        permissions: 'r--',
        p2mt: 'ioreq_server',
        emt: 6,
      }).says,
    ).toBe('walks PTE r--, type ioreq_server');
  });

  it('says a step that it does not know as it came', () => {
    expect(stepInWords(TRACE_WORDS, { step: 'new_one', gpa: '0x1' }).says).toBe(
      'new_one {"gpa":"0x1"}',
    );
  });
});
