import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../console/src/live/entry.js';
import { RECORD_KINDS, recordInWords } from '../../../console/src/parts/record-in-words.js';
import { JOURNAL_KINDS } from '../../../src/hypervisor/index.js';

const said = (fields: object) =>
  recordInWords({ seq: 1, time: '0x0', domid: 1, at: 0, ...fields } as Entry);

describe('recordInWords', () => {
  it('has words for each kind that there is', () => {
    expect([...RECORD_KINDS].sort()).toEqual([...JOURNAL_KINDS].sort());
  });

  it('says what a hypercall was told, and how it ended', () => {
    const call = {
      kind: 'hypercall',
      op: 'dmop/set_mem_type',
      args: { nr: 1, mem_type: 'ram_ro' },
    };
    expect(said({ ...call, rc: 0 })).toBe('dmop/set_mem_type(nr=1, mem_type=ram_ro) = 0');
    expect(said({ ...call, rc: -16, errno: 'EBUSY' })).toMatch(/ = -16 EBUSY$/);
    expect(said(call)).toMatch(/: a real host would have panicked$/);
  });

  it('says what became of a page', () => {
    expect(said({ kind: 'p2m_type', p2mt: 'ioreq_server' })).toBe('is ioreq_server now');
    expect(said({ kind: 'p2m_type', p2mt: 'invalid' })).toBe('is a hole now');
    expect(said({ kind: 'p2m_type', p2mt: 'ram_rw', from: 'ioreq_server' })).toBe(
      'is ram_rw now, where it was ioreq_server',
    );
    expect(said({ kind: 'p2m_type', access: 'rx' })).toBe('access is rx now');
    expect(said({ kind: 'ioreq_claim' })).toMatch(/^nobody owns/);
  });

  it('says why the guest left', () => {
    expect(said({ kind: 'vmexit', reason: 'EPT_VIOLATION', gpa: '0x1000' })).toBe(
      'leaves the guest: EPT violation at 0x1000',
    );
    expect(said({ kind: 'vmexit', reason: 'IO', port: '0x60', size: 1, dir: 'read' })).toBe(
      'leaves the guest: IO, 1-byte read of port 0x60',
    );
    expect(said({ kind: 'ept_misconfig', gpa: '0x1000', resolved: false, spurious: false })).toBe(
      'EPT misconfiguration at 0x1000: not resolved',
    );
  });

  it('follows a request', () => {
    const of = { ioservid: 0, ioreq_seq: 7 };
    expect(said({ ...of, kind: 'ioreq', type: 'copy', dir: 'read', size: 4, addr: '0x8' })).toBe(
      'ioreq server 0 is sent a 4-byte read at address 0x8',
    );
    expect(said({ ...of, kind: 'ioreq_delivered', delivery: 4 })).toMatch(/for the 4th time$/);
    expect(said({ ...of, kind: 'ioreq_completed', data: '0x2a' })).toMatch(/is answered: 0x2a$/);
    expect(said({ ...of, kind: 'ioreq_completed', answered: false })).toMatch(/has gone$/);
  });
});
