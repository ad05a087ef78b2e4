/**
 * What has happened on a host, the latest of it, so that it can stay on under full load: a record is numbers only, and
 * its names are made when somebody reads it.
 */

import type { VirtualClock } from '../virtual-clock.js';
import { KIND, OP_AT, RECORD_NUMBERS } from './journal-kinds.js';
import { RecordRing } from './record-ring.js';
import { RecordTexts } from './record-texts.js';

export const JOURNAL_CAPACITY = 16_384;

/** In place of a domain or a vcpu that a record is not about. */
export const NOBODY = 0xffff;
/** In place of a gfn. */
export const NOWHERE = -1;

/** A record adds two texts at most: its request, and what it says. */
const TEXTS_A_RECORD = 2;

export interface JournalRecord {
  readonly seq: number;
  /** Nanoseconds of the virtual clock. */
  readonly time: bigint;
  readonly kind: number;
  readonly domid: number;
  readonly vcpu: number;
  /** The request on whose account it happened, if any. */
  readonly request: string | undefined;
  readonly gfn: number;
  /** How many gfns it is about. */
  readonly nr: number;
  /** What they are stands in `JOURNAL_RECORDS`. */
  readonly numbers: readonly number[];
}

/** Which records are wanted; what is undefined does not matter. */
export interface JournalFilter {
  readonly kinds?: ReadonlySet<number> | undefined;
  readonly ops?: ReadonlySet<number> | undefined;
  readonly domid?: number | undefined;
  readonly vcpu?: number | undefined;
  readonly gfn?: number | undefined;
}

export class Journal {
  /** Told of every record, in the middle of what it is about. */
  onRecord: (() => void) | undefined;
  readonly #clock: VirtualClock;
  readonly #ring: RecordRing;
  readonly #texts: RecordTexts;
  #request: string | undefined;
  #requestNumber = 0;
  /** Records below this one have been read, and are left as they are. */
  #read = 0;

  /** `firstSeq`: the number of its first record. */
  constructor(clock: VirtualClock, capacity = JOURNAL_CAPACITY, firstSeq = 1) {
    this.#clock = clock;
    this.#ring = new RecordRing(capacity, firstSeq);
    this.#texts = new RecordTexts(TEXTS_A_RECORD * capacity);
  }

  get capacity(): number {
    return this.#ring.capacity;
  }

  /** The oldest record that is still there; `nextSeq` if there is none. */
  get firstSeq(): number {
    return this.#ring.firstSeq;
  }

  get nextSeq(): number {
    return this.#ring.nextSeq;
  }

  /** Where the numbers of records lie; a new place once they have outgrown it. */
  get numbers(): Float64Array {
    return this.#ring.numbers;
  }

  /** On whose account things happen. */
  get request(): string | undefined {
    return this.#request;
  }

  /** From now on, what happens is on the account of this request. */
  onBehalfOf(request: string | undefined): void {
    this.#request = request;
    this.#requestNumber = 0;
  }

  /** The number of a text that a record says. */
  text(text: string): number {
    return this.#texts.add(text);
  }

  textOf(number: number): string | undefined {
    return this.#texts.get(number);
  }

  /** Makes a record, with numbers as `JOURNAL_RECORDS` has them for its kind. */
  // prettier-ignore
  record(
    kind: number, domid: number, vcpu: number, gfn: number, nr: number,
    a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0,
  ): void {
    const at = this.begin(kind, domid, vcpu, gfn, nr);
    const { numbers } = this.#ring;
    numbers[at] = a;
    numbers[at + 1] = b;
    numbers[at + 2] = c;
    numbers[at + 3] = d;
    numbers[at + 4] = e;
    numbers[at + 5] = f;
    numbers[at + 6] = g;
    numbers[at + 7] = h;
  }

  /** The same for one who puts the numbers into `numbers` himself: gives where they begin. */
  begin(kind: number, domid: number, vcpu: number, gfn: number, nr: number): number {
    if (this.#requestNumber === 0 && this.#request !== undefined)
      this.#requestNumber = this.#texts.add(this.#request);
    const who = domid | (vcpu << 16);
    if (this.#ring.isFull) this.#texts.forgetBelow(this.#ring.requestOf(this.firstSeq));
    const at = this.#ring.add(this.#clock.now, kind, who, this.#requestNumber, gfn, nr);
    this.onRecord?.();
    return at;
  }

  /** Gfns have got a type. What goes on where the last record ends is added to that, unless somebody has read it. */
  types(domid: number, gfn: number, nr: number, p2mt: number, from = -1, access = -1): void {
    const last = this.nextSeq - 1;
    if (this.#endsAt(last, domid, gfn) && this.#says(last, p2mt, from, access))
      this.#ring.lengthen(last, nr);
    else this.record(KIND.p2m_type, domid, NOBODY, gfn, nr, p2mt, from, access);
  }

  /** Undefined where it is not there any more, or not yet. */
  at(seq: number): JournalRecord | undefined {
    const ring = this.#ring;
    if (seq < ring.firstSeq || seq >= ring.nextSeq) return undefined;
    this.#read = ring.nextSeq;
    const who = ring.whoOf(seq);
    return {
      seq,
      time: ring.timeOf(seq),
      kind: ring.kindOf(seq),
      domid: who & 0xffff,
      vcpu: who >>> 16,
      request: this.#texts.get(ring.requestOf(seq)),
      gfn: ring.gfnOf(seq),
      nr: ring.nrOf(seq),
      numbers: Array.from({ length: RECORD_NUMBERS }, (_, index) => ring.numberOf(seq, index)),
    };
  }

  /** The first record from `seq` on that is wanted, and still there; `nextSeq`: there is none yet. */
  find(seq: number, filter: JournalFilter): number {
    const { firstSeq, nextSeq } = this.#ring;
    this.#read = nextSeq;
    let found = Math.max(seq, firstSeq);
    while (found < nextSeq && !this.#isWanted(found, filter)) found++;
    return Math.min(found, nextSeq);
  }

  #isWanted(seq: number, { kinds, ops, domid, vcpu, gfn }: JournalFilter): boolean {
    const ring = this.#ring;
    const kind = ring.kindOf(seq);
    const who = ring.whoOf(seq);
    if (kinds !== undefined && !kinds.has(kind)) return false;
    if (domid !== undefined && (who & 0xffff) !== domid) return false;
    if (vcpu !== undefined && who >>> 16 !== vcpu) return false;
    if (ops !== undefined) {
      const op = OP_AT[kind]!;
      if (op < 0 || !ops.has(ring.numberOf(seq, op))) return false;
    }
    if (gfn === undefined) return true;
    const first = ring.gfnOf(seq);
    return gfn >= first && gfn < first + ring.nrOf(seq);
  }

  /** Whether an unread record of the same request is about the gfns before this one. */
  #endsAt(seq: number, domid: number, gfn: number): boolean {
    const ring = this.#ring;
    if (seq < this.#read || seq < ring.firstSeq) return false;
    if (this.#requestNumber === 0 && this.#request !== undefined) return false;
    return (
      ring.kindOf(seq) === KIND.p2m_type &&
      (ring.whoOf(seq) & 0xffff) === domid &&
      ring.requestOf(seq) === this.#requestNumber &&
      ring.gfnOf(seq) + ring.nrOf(seq) === gfn
    );
  }

  #says(seq: number, a: number, b: number, c: number): boolean {
    return [a, b, c].every((number, index) => this.#ring.numberOf(seq, index) === number);
  }
}
