import type { Host } from '../../src/hypervisor/host.js';
import { JOURNAL_KINDS, JOURNAL_RECORDS } from '../../src/hypervisor/journal/journal-kinds.js';
import { Journal } from '../../src/hypervisor/journal/journal.js';

/** From now on the host writes down what happens; gives back what that was: each kind with its numbers by name. */
export function journalled(host: Host) {
  const journal = new Journal(host.clock);
  host.journal = journal;
  return () => {
    const records = [];
    for (let seq = journal.firstSeq; seq < journal.nextSeq; seq++) {
      const { kind, domid, vcpu, gfn, nr, numbers } = journal.at(seq)!;
      const name = JOURNAL_KINDS[kind]!;
      const named = JOURNAL_RECORDS[name].map((number, index) => [number, numbers[index]]);
      records.push({ kind: name, domid, vcpu, gfn, nr, ...Object.fromEntries(named) });
    }
    return records;
  };
}

/** The kinds, one after the other. */
export const kindsOf = (records: readonly { kind: string }[]) => records.map(({ kind }) => kind);
