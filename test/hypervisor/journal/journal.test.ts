import { describe, expect, it } from 'vitest';
import { KIND } from '../../../src/hypervisor/journal/journal-kinds.js';
import { Journal, NOBODY, NOWHERE } from '../../../src/hypervisor/journal/journal.js';
import { VirtualClock } from '../../../src/hypervisor/virtual-clock.js';

const journalOf = (capacity?: number) => {
  const clock = new VirtualClock();
  return { clock, journal: new Journal(clock, capacity) };
};

/** Every record that is wanted, by its number. */
const found = (journal: Journal, filter: Parameters<Journal['find']>[1]) => {
  const seqs: number[] = [];
  for (
    let seq = journal.find(0, filter);
    seq < journal.nextSeq;
    seq = journal.find(seq + 1, filter)
  )
    seqs.push(seq);
  return seqs;
};

describe('Journal', () => {
  it('keeps what it is told, with the time and the request', () => {
    const { clock, journal } = journalOf();
    clock.advance(5n);
    journal.onBehalfOf('req-1');
    journal.record(KIND.evtchn, 7, 2, NOWHERE, 0, 3);

    expect(journal.at(1)).toEqual({
      seq: 1,
      time: 5n,
      kind: KIND.evtchn,
      domid: 7,
      vcpu: 2,
      request: 'req-1',
      gfn: NOWHERE,
      nr: 0,
      numbers: [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    });
    expect([journal.at(0), journal.at(2)]).toEqual([undefined, undefined]);
  });

  it('keeps every number of a record, given at once or put where it says', () => {
    const { journal } = journalOf();
    journal.record(KIND.ioreq, 1, 0, NOWHERE, 0, 1, 2, 3, 4, 5, 6, 7, 8);
    const at = journal.begin(KIND.hypercall, 1, NOBODY, NOWHERE, 0);
    journal.numbers.set([11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21], at);

    expect(journal.at(1)?.numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0]);
    expect(journal.at(2)?.numbers).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]);
  });

  it('has one text for all records of a request, and none for those of no request', () => {
    const { journal } = journalOf();
    const record = () => {
      journal.record(KIND.vmentry, 1, 0, NOWHERE, 0);
    };
    record();
    const before = journal.text('before');
    journal.onBehalfOf('req-1');
    record();
    record();

    expect([before, journal.text('after')]).toEqual([1, 3]);
    expect([journal.request, journal.at(3)?.request]).toEqual(['req-1', 'req-1']);
  });

  it('keeps what a record says while the record is there', () => {
    const { journal } = journalOf(4);
    journal.onBehalfOf('req-1');
    const why = journal.text('why');
    for (let n = 0; n < 4; n++) journal.record(KIND.crash, 1, NOBODY, NOWHERE, 0, why);

    expect(journal.textOf(why)).toBe('why');
  });

  it('knows the request of every record that is still there, however many there were', () => {
    const { journal } = journalOf(4);
    for (let n = 1; n <= 100; n++) {
      journal.onBehalfOf(`req-${n}`);
      journal.record(KIND.crash, 1, NOBODY, NOWHERE, 0, journal.text(`why ${n}`));
    }
    journal.onBehalfOf(undefined);
    journal.record(KIND.vmentry, 1, 0, NOWHERE, 0);

    const records = [98, 99, 100, 101].map((seq) => journal.at(seq)!);
    expect([journal.firstSeq, journal.capacity]).toEqual([98, 4]);
    expect(records.map(({ request }) => request)).toEqual([
      'req-98',
      'req-99',
      'req-100',
      undefined,
    ]);
    expect(journal.textOf(records[0]!.numbers[0]!)).toBe('why 98');
  });

  it('keeps no text that no record says any more', () => {
    const { journal } = journalOf(4);
    const texts: number[] = [];
    for (let n = 1; n <= 20; n++) {
      journal.onBehalfOf(`req-${n}`);
      texts.push(journal.text(`why ${n}`));
      for (let record = 0; record < 3; record++) journal.record(KIND.vmentry, 1, 0, NOWHERE, 0);
    }

    const kept = texts.map((number) => journal.textOf(number)).filter((text) => text !== undefined);
    expect(journal.at(journal.firstSeq)?.request).toBe('req-19');
    expect(kept).toEqual(['why 20']);
  });

  // prettier-ignore
  it.each([
    { filter: {},                                  seqs: [1, 2, 3, 4] },
    { filter: { kinds: new Set([KIND.npf]) },      seqs: [2] },
    { filter: { domid: 2 },                        seqs: [3] },
    { filter: { vcpu: 1 },                         seqs: [2] },
    { filter: { gfn: 0x101 },                      seqs: [1, 2] },
    { filter: { gfn: 0x102 },                      seqs: [] },
    { filter: { gfn: 0xff },                       seqs: [] },
    { filter: { ops: new Set([9]) },               seqs: [3] },
    { filter: { ops: new Set([2]) },               seqs: [] },
    { filter: { domid: 1, ops: new Set([9]) },     seqs: [] },
  ])('finds $filter', ({ filter, seqs }) => {
    const { journal } = journalOf();
    journal.types(1, 0x100, 2, 0);
    journal.record(KIND.npf, 1, 1, 0x101, 1, 9);
    journal.record(KIND.hypercall, 2, NOBODY, NOWHERE, 0, 9);
    journal.record(KIND.evtchn, 1, NOBODY, NOWHERE, 0, 9);

    expect(found(journal, filter)).toEqual(seqs);
  });

  it('holds gfns in a row that got the same type as one record, until somebody has read it', () => {
    const { journal } = journalOf();
    const types = () => {
      const rows = [];
      for (let seq = 1; seq < journal.nextSeq; seq++)
        rows.push([journal.at(seq)!.gfn, journal.at(seq)!.nr]);
      return rows;
    };
    journal.types(1, 0, 4, 0);
    journal.types(1, 4, 4, 0);
    journal.types(1, 8, 1, 15);
    journal.types(2, 9, 1, 15);
    journal.onBehalfOf('another');
    journal.types(2, 10, 1, 15);
    expect(types()).toEqual([[0, 8], [8, 1], [9, 1], [10, 1]]); // prettier-ignore

    journal.types(2, 11, 1, 15);
    journal.types(2, 12, 1, 15);
    expect(types().slice(4)).toEqual([[11, 2]]);
  });

  // prettier-ignore
  it.each<[string, (journal: Journal) => void]>([
    ['gfns further on',            (journal) => { journal.types(1, 9, 4, 0); }],
    ['what has another old type',  (journal) => { journal.types(1, 8, 4, 0, 1); }],
    ['what has another access',    (journal) => { journal.types(1, 8, 4, 0, -1, 7); }],
    ['what no request has done',   (journal) => { journal.onBehalfOf(undefined); journal.types(1, 8, 4, 0); }],
  ])('begins a record of its own for %s', (_, next) => {
    const { journal } = journalOf();
    journal.onBehalfOf('req-1');
    journal.types(1, 4, 4, 0);

    next(journal);

    expect([journal.nextSeq, journal.at(1)?.nr]).toEqual([3, 4]);
    expect(journal.at(1)?.numbers.slice(0, 3)).toEqual([0, -1, -1]);
  });

  it('adds gfns to no record of another kind', () => {
    const { journal } = journalOf();
    journal.record(KIND.npf, 1, NOBODY, 4, 4, 0, -1, -1);
    journal.types(1, 8, 4, 0);

    expect([journal.nextSeq, journal.at(1)?.nr]).toEqual([3, 4]);
  });

  it('tells of each record, and can begin with any number', () => {
    const journal = new Journal(new VirtualClock(), 8, 1000);
    let told = 0;
    journal.onRecord = () => told++;
    journal.record(KIND.vmentry, 1, 0, NOWHERE, 0);
    expect([told, journal.firstSeq, journal.nextSeq]).toEqual([1, 1000, 1001]);
  });
});
