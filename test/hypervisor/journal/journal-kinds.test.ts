import { describe, expect, it } from 'vitest';
import {
  JOURNAL_KINDS,
  JOURNAL_RECORDS,
  KIND,
  OP_AT,
  RECORD_NUMBERS,
} from '../../../src/hypervisor/journal/journal-kinds.js';

describe('JOURNAL_RECORDS', () => {
  it.each(JOURNAL_KINDS)('%s has a number, and fits a record', (kind) => {
    expect(JOURNAL_KINDS[KIND[kind]]).toBe(kind);
    expect(JOURNAL_RECORDS[kind].length).toBeLessThanOrEqual(RECORD_NUMBERS);
  });

  it('has an operation in hypercalls and faults alone', () => {
    expect(JOURNAL_KINDS.filter((kind) => OP_AT[KIND[kind]] === 0)).toEqual(['hypercall', 'fault']);
  });
});
