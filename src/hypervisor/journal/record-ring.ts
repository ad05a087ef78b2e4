/** Records of fixed width in typed arrays, the latest of them; they are numbered upwards, and never again. */

import { RECORD_NUMBERS } from './journal-kinds.js';

/** Of a record: kind, domain and vcpu, request. */
const WORDS = 3;
/** Of a record: its first gfn and how many there are, then the numbers of its kind. */
const OWN_NUMBERS = 2;
const NUMBERS = OWN_NUMBERS + RECORD_NUMBERS;
/** Room to begin with: most rings never fill it. */
const FIRST_ROOM = 64;

export class RecordRing {
  readonly capacity: number;
  numbers: Float64Array;
  /** The number of the oldest record that is still there; `nextSeq` if there is none. */
  firstSeq: number;
  nextSeq: number;
  #room: number;
  #times: BigUint64Array;
  #words: Uint32Array;
  /** Where the next record comes. */
  #slot = 0;

  constructor(capacity: number, firstSeq: number) {
    this.capacity = capacity;
    this.firstSeq = firstSeq;
    this.nextSeq = firstSeq;
    this.#room = Math.min(FIRST_ROOM, capacity);
    this.#times = new BigUint64Array(this.#room);
    this.#words = new Uint32Array(this.#room * WORDS);
    this.numbers = new Float64Array(this.#room * NUMBERS);
  }

  /** The next record takes the place of the oldest. */
  get isFull(): boolean {
    return this.nextSeq - this.firstSeq === this.capacity;
  }

  /** Gives where in `numbers` those of its kind begin; what was there before is not cleared. */
  add(time: bigint, kind: number, who: number, request: number, gfn: number, nr: number): number {
    if (this.#slot === this.#room) this.#makeRoom();
    const slot = this.#slot++;
    const seq = this.nextSeq++;
    if (seq - this.firstSeq >= this.capacity) this.firstSeq = seq - this.capacity + 1;
    this.#times[slot] = time;
    const word = slot * WORDS;
    this.#words[word] = kind;
    this.#words[word + 1] = who;
    this.#words[word + 2] = request;
    const number = slot * NUMBERS;
    this.numbers[number] = gfn;
    this.numbers[number + 1] = nr;
    return number + OWN_NUMBERS;
  }

  // Of a record that is there:

  timeOf(seq: number): bigint {
    return this.#times[this.#slotOf(seq)]!;
  }

  kindOf(seq: number): number {
    return this.#words[this.#slotOf(seq) * WORDS]!;
  }

  /** As it was given, unsigned. */
  whoOf(seq: number): number {
    return this.#words[this.#slotOf(seq) * WORDS + 1]!;
  }

  requestOf(seq: number): number {
    return this.#words[this.#slotOf(seq) * WORDS + 2]!;
  }

  gfnOf(seq: number): number {
    return this.numbers[this.#slotOf(seq) * NUMBERS]!;
  }

  nrOf(seq: number): number {
    return this.numbers[this.#slotOf(seq) * NUMBERS + 1]!;
  }

  numberOf(seq: number, index: number): number {
    return this.numbers[this.#slotOf(seq) * NUMBERS + OWN_NUMBERS + index]!;
  }

  /** The record is about so many gfns more. */
  lengthen(seq: number, nr: number): void {
    this.numbers[this.#slotOf(seq) * NUMBERS + 1] = this.nrOf(seq) + nr;
  }

  #slotOf(seq: number): number {
    const slot = this.#slot - (this.nextSeq - seq);
    return slot < 0 ? slot + this.#room : slot;
  }

  #makeRoom(): void {
    if (this.#room === this.capacity) {
      this.#slot = 0;
      return;
    }
    this.#room = Math.min(2 * this.#room, this.capacity);
    this.#times = grown(this.#times, new BigUint64Array(this.#room));
    this.#words = grown(this.#words, new Uint32Array(this.#room * WORDS));
    this.numbers = grown(this.numbers, new Float64Array(this.#room * NUMBERS));
  }
}

function grown<A extends { set(from: A): void }>(from: A, to: A): A {
  to.set(from);
  return to;
}
