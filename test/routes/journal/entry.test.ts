import { describe, expect, it } from 'vitest';
import { JOURNAL_KINDS, KIND } from '../../../src/hypervisor/journal/journal-kinds.js';
import { Journal, NOBODY, NOWHERE } from '../../../src/hypervisor/journal/journal.js';
import { VirtualClock } from '../../../src/hypervisor/virtual-clock.js';
import { ENTRY_SCHEMA, FIELDS_OF, SEQ, entryAt } from '../../../src/routes/journal/entry.js';
import { ENTRIES, EVENTS, VERDICT, VERIFY } from '../../../src/routes/journal/examples.js';
import { verdictAnswer, verifyBody } from '../../../src/routes/journal/expectation-word.js';
import { checked } from '../../support/checked.js';

describe('an entry', () => {
  it.each(JOURNAL_KINDS)(
    'of kind %s is as its schema says, and has fields that can be asked for',
    (kind) => {
      const journal = new Journal(new VirtualClock());
      journal.record(KIND[kind], 1, 0, 0x10, 2, 1, 1, 1, 1, 1, 1);
      const entry = entryAt(journal, 1)!;
      expect(checked(ENTRY_SCHEMA, entry)).toBe(true);
      expect(Object.keys(entry).filter((field) => !FIELDS_OF.get(kind)!.has(field))).toEqual([]);
    },
  );

  it('says nothing of whom it is not about', () => {
    const journal = new Journal(new VirtualClock(7n));
    journal.record(KIND.clock, NOBODY, NOBODY, NOWHERE, 0, 1);
    expect(entryAt(journal, 1)).toEqual({ seq: 1, time: '0x7', kind: 'clock', frozen: true });
    expect([entryAt(journal, 2), SEQ.decode(5)]).toEqual([undefined, 5]);
  });
});

describe('the examples', () => {
  it('are as the schemas say', () => {
    expect(checked(ENTRY_SCHEMA, ENTRIES.entries[0]!)).toBe(true);
    expect(checked(verifyBody.schema, VERIFY)).toBe(true);
    expect(checked(verdictAnswer.answer, VERDICT)).toBe(true);
    expect(EVENTS).toContain(JSON.stringify(ENTRIES.entries[0]));
  });
});
