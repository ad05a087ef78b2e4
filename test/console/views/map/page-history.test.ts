import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../console/src/live/entry.js';
import { historyOf, recordInWords } from '../../../../console/src/views/map/record-in-words.js';

const record = (fields: object) => ({ seq: 1, time: '0x0', domid: 1, at: 0, ...fields }) as Entry;
const retyped = record({ seq: 2, kind: 'p2m_type', gfn: '0x1000', nr: 16, p2mt: 'ioreq_server' });

describe('recordInWords', () => {
  it('says what became of the page', () => {
    expect(recordInWords(retyped)).toBe('is ioreq_server now');
    expect(recordInWords(record({ kind: 'p2m_type', p2mt: 'invalid' }))).toBe('is a hole now');
    expect(recordInWords(record({ kind: 'npf', vcpu: 0, rule: 'device-model-page' }))).toBe(
      'EPT violation by vcpu 0: device-model-page',
    );
    expect(recordInWords(record({ kind: 'hypercall', op: 'dmop/set_mem_type', rc: -16 }))).toBe(
      'dmop/set_mem_type failed: -16',
    );
    expect(recordInWords(record({ kind: 'inject' }))).toBe('inject');
  });
});

describe('historyOf', () => {
  it('is what was about the page, alone or among others, the newest first', () => {
    const entries = [
      record({ seq: 1, kind: 'npf', gfn: '0x1003' }),
      retyped,
      record({ seq: 3, kind: 'npf', gfn: '0x1004' }),
      record({ seq: 4, kind: 'npf', gfn: '0x1003', domid: 2 }),
    ];

    expect(historyOf(entries, 1, 0x1003, 8).map(({ seq }) => seq)).toEqual([2, 1]);
    expect(historyOf(entries, 1, 0x1003, 1)).toHaveLength(1);
  });
});
