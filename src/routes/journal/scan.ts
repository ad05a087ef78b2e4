/** Looks through a journal as it was when it began, and gives others their turns meanwhile. */

import { KIND, type Journal, type JournalFilter } from '../../hypervisor/index.js';
import { Turn } from '../world/turn.js';
import { opsNamed } from '../forms/call-fields.js';
import { entryAt, type Entry } from './entry.js';
import type { Pattern } from './expectation.js';
import { differences } from './pattern.js';

/** How many records are looked at between two looks at the clock. */
const RECORDS_A_LOOK = 64;
/** The latest records of a sort, among which those are that come closest. */
const LATEST = 1000;

export class Scan {
  readonly first: number;
  readonly #journal: Journal;
  readonly #end: number;
  readonly #turn = new Turn();
  #looked = 0;

  constructor(journal: Journal, after: number) {
    this.#journal = journal;
    this.first = after + 1;
    this.#end = journal.nextSeq;
  }

  /** How many records have made room by now. */
  get dropped(): number {
    return Math.max(0, this.#journal.firstSeq - this.first);
  }

  /** The first record from a number on that fits; undefined: none does. */
  async find(from: number, match: Pattern): Promise<Entry | undefined> {
    const filter = filterOf(match);
    for (let seq = this.#journal.find(from, filter); seq < this.#end;) {
      const entry = entryAt(this.#journal, seq);
      if (entry !== undefined && differences(entry, match).length === 0) return entry;
      if (++this.#looked % RECORDS_A_LOOK === 0 && this.#turn.isOver()) await this.#turn.renew();
      seq = this.#journal.find(seq + 1, filter);
    }
    return undefined;
  }

  /** The latest records of the sort that is meant, from a number on; of any sort, if there are none. */
  latest(from: number, { kind, op }: Pattern): Entry[] {
    const seqs = this.#seqs(from, filterOf({ kind, op }));
    const found = seqs.length > 0 ? seqs : this.#seqs(from, {});
    return found
      .slice(-LATEST)
      .map((seq) => entryAt(this.#journal, seq))
      .filter((entry) => entry !== undefined);
  }

  #seqs(from: number, filter: JournalFilter): number[] {
    const seqs: number[] = [];
    const next = (seq: number) => this.#journal.find(seq, filter);
    for (let seq = next(from); seq < this.#end; seq = next(seq + 1)) seqs.push(seq);
    return seqs;
  }
}

/** What of a pattern can be told by a record's numbers. */
const filterOf = ({ kind, op, domid, vcpu, gfn }: Pattern): JournalFilter => ({
  kinds: kind && new Set([KIND[kind]]),
  ops: op === undefined ? undefined : opsNamed(op),
  domid,
  vcpu,
  gfn,
});
