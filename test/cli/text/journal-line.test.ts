import { describe, expect, it } from 'vitest';
import { journalLine } from '../../../src/cli/text/journal-line.js';

describe('journalLine', () => {
  it('says what, where, and all that there is to it', () => {
    const entry = {
      seq: 7,
      time: '0x0',
      kind: 'hypercall',
      domid: 1,
      op: 'dmop/nr_vcpus',
      rc: 0,
      args: { id: 1 },
    };

    expect(journalLine(entry)).toBe('     7 d1    hypercall dmop/nr_vcpus rc=0 args={"id":1}');
    expect(journalLine({ seq: 8, kind: 'vmexit', domid: 1, vcpu: 0 })).toBe('     8 d1v0  vmexit');
  });
});
