import { describe, expect, it } from 'vitest';
import {
  JOURNAL_KINDS,
  KIND,
  type JournalKind,
} from '../../../src/hypervisor/journal/journal-kinds.js';
import { Journal } from '../../../src/hypervisor/journal/journal.js';
import { VirtualClock } from '../../../src/hypervisor/virtual-clock.js';
import { KIND_FIELDS, gfnOf, type KindFields } from '../../../src/routes/journal/kind-fields.js';

const shown = (kind: JournalKind, ...numbers: number[]) => {
  const journal = new Journal(new VirtualClock());
  journal.text('because');
  journal.record(KIND[kind], 1, 0, 3, 1, ...(numbers as [number]));
  const record = journal.at(1)!;
  const fields = Object.entries(KIND_FIELDS[kind] as KindFields);
  return Object.fromEntries(fields.map(([field, { of }]) => [field, of(record, journal)]));
};

describe('KIND_FIELDS', () => {
  it('has every kind', () => {
    expect(Object.keys(KIND_FIELDS)).toEqual(JOURNAL_KINDS);
  });

  // prettier-ignore
  it.each<[JournalKind, number[], object]>([
    ['vmexit',          [48, 0x182, 0x3008],    { reason: 'EPT_VIOLATION', gpa: 0x3008, qualification: 0x182, port: undefined }],
    ['vmexit',          [30, 0x70_0008, -1],    { reason: 'IO', gpa: undefined, port: 0x70, size: 1, dir: 'read' }],
    ['vmexit',          [12, -1, -1],           { reason: 'HLT', qualification: undefined }],
    ['npf',             [0x3008, 0x182, 15, 7, 0], { p2mt: 'ioreq_server', access: 'rwx' }],
    ['inject',          [13, 0],                { vector: 13, error: 0 }],
    ['inject',          [6, -1],                { vector: 6, error: undefined }],
    ['ioreq_completed', [1, 2, 1, 5, 1],        { ioservid: 1, ioreq_seq: 2, answered: true, data: 0x1_0000_0005n }],
    ['crash',           [1],                    { why: 'because' }],
    ['guest_access',    [4, 1, 0, 1, 0x3000, 0], { access_id: 4, outcome: 'pending', reason: 'ioreq', access: 'write', size: undefined }],
    ['p2m_type',        [15, -1, -1],           { p2mt: 'ioreq_server', from: undefined, access: undefined }],
    ['ioreq_claim',     [-1, 0],                { ioservid: undefined, flags: 0 }],
  ])('of %s %j', (kind, numbers, fields) => {
    expect(shown(kind, ...numbers)).toMatchObject(fields);
  });

  it('shows gfns where there are some', () => {
    expect(gfnOf({ gfn: 3, nr: 2 } as never)).toEqual({ gfn: '0x3', nr: 2 });
    expect(gfnOf({ gfn: -1, nr: 0 } as never)).toEqual({});
  });
});
