/**
 * The machine's page frames: which exist, which are free, and what is in them.
 *
 * Free frames are ranges, so that a domain of a TiB costs a few numbers. Contents are backed page
 * by page from the first write on; a frame that nobody has written reads as zeros.
 */

import { XenError } from './abi/errno.js';
import { hex, PAGE_SIZE, type Mfn } from './abi/frames.js';
import type { PageStorage } from './page-storage.js';
import { Rangeset } from './rangeset.js';

export interface MachineMemoryLimits {
  /** The frames that exist, inclusive. */
  readonly ranges: readonly (readonly [first: number, last: number])[];
  /** None below this one is given out. */
  readonly firstFree: number;
  /** How many pages may hold contents at a time. */
  readonly backedPages: number;
}

export class MachineMemory {
  readonly #ranges: MachineMemoryLimits['ranges'];
  readonly #free = new Rangeset();
  readonly #pages = new Map<number, Uint8Array>();
  /** Frames whose contents are kept elsewhere. */
  readonly #kept = new Map<PageStorage, Rangeset>();
  /** Frames that somebody holds on to, and how often. */
  readonly #held = new Map<number, number>();
  /** Frames that were given back while they were held. */
  readonly #doomed = new Set<number>();
  readonly #backedPages: number;
  #lastMfn = -1;
  #lastPage: Uint8Array | undefined;

  constructor({ ranges, firstFree, backedPages }: MachineMemoryLimits) {
    this.#ranges = ranges;
    for (const [first, last] of ranges) this.#free.add(first, last);
    if (firstFree > 0) this.#free.remove(0, firstFree - 1);
    this.#backedPages = backedPages;
  }

  /** Pages that hold contents. */
  get backed(): number {
    return this.#pages.size;
  }

  /** The frames that hold contents, and these. */
  contents(): IterableIterator<readonly [mfn: number, page: Uint8Array]> {
    return this.#pages.entries();
  }

  isValid(mfn: number): boolean {
    for (const [first, last] of this.#ranges) if (mfn >= first && mfn <= last) return true;
    return false;
  }

  /** Whether somebody has been given the frame. */
  isAllocated(mfn: number): boolean {
    return this.isValid(mfn) && !this.#free.contains(mfn, mfn);
  }

  /** Where `allocate` would begin; undefined: it would fail. */
  findRun(nr: number, order: number): number | undefined {
    const run = this.#findRun(nr, order);
    return run.nr < nr ? undefined : run.first;
  }

  /** How many frames are free in a row from where `allocate` of one mapping would begin, and where that is. */
  lowestRun(order: number): { first: number; nr: number } {
    return this.#findRun(2 ** order, order);
  }

  /** The lowest free run of `nr` frames that begins on a multiple of `2^order`; ENOMEM. */
  allocate(nr: number, order: number): Mfn {
    const run = this.#findRun(nr, order);
    if (run.nr < nr) throw new XenError('ENOMEM', `the machine has no ${nr} free frames in a row`);
    return this.#take(run.first, nr);
  }

  /** The same, or if no run is that long the longest there is, in mappings of `2^order`; ENOMEM. */
  allocateUpTo(nr: number, order: number): { first: Mfn; nr: number } {
    const run = this.#findRun(nr, order);
    const got = Math.min(nr, run.nr - (run.nr % 2 ** order));
    if (got <= 0) throw new XenError('ENOMEM', `the machine has no free run of order ${order}`);
    return { first: this.#take(run.first, got), nr: got };
  }

  /** A frame that is held stays what it is when it is given back, until it is let go of as often. */
  hold(mfn: number): void {
    this.#held.set(mfn, (this.#held.get(mfn) ?? 0) + 1);
  }

  letGo(mfn: number): void {
    const holds = this.#held.get(mfn)! - 1;
    if (holds > 0) {
      this.#held.set(mfn, holds);
      return;
    }
    this.#held.delete(mfn);
    if (this.#doomed.delete(mfn)) this.free(mfn, 1);
  }

  /** Whether the frame is nobody's any more but for those that hold it. */
  isDoomed(mfn: number): boolean {
    return this.#doomed.has(mfn);
  }

  /** From now until they are given back, the contents of these frames are kept in `storage`. */
  keepIn(storage: PageStorage, first: number, nr: number): void {
    const frames = this.#kept.get(storage) ?? new Rangeset();
    this.#kept.set(storage, frames);
    frames.add(first, first + nr - 1);
  }

  /** Give frames back; their contents are forgotten. */
  free(first: number, nr: number): void {
    const held = [...this.#held.keys()].find((mfn) => mfn >= first && mfn < first + nr);
    if (held !== undefined) {
      this.#doomed.add(held);
      if (held > first) this.free(first, held - first);
      const end = first + nr;
      if (end > held + 1) this.free(held + 1, end - held - 1);
      return;
    }
    if (this.#pages.size > 0) this.#forget(first, nr);
    if (this.#kept.size > 0) this.#keepNoMore(first, nr);
    this.#free.add(first, first + nr - 1);
  }

  /** What is in a frame, to be read; undefined: zeros throughout. */
  page(mfn: number): Uint8Array | undefined {
    if (mfn === this.#lastMfn) return this.#lastPage;
    const page = this.#pages.get(mfn);
    if (page !== undefined) this.#remember(mfn, page);
    return page;
  }

  /** What is in a frame, to be written; ENOMEM once too many pages hold contents. */
  writablePage(mfn: number): Uint8Array {
    const page = this.page(mfn);
    if (page !== undefined) return page;
    if (this.#pages.size >= this.#backedPages)
      throw new XenError(
        'ENOMEM',
        `frame ${hex(mfn)} would be page ${this.#backedPages + 1} with contents, and backed-pages is ${this.#backedPages}`,
      );
    const fresh = this.#storageOf(mfn)?.allocate(mfn) ?? new Uint8Array(PAGE_SIZE);
    this.#pages.set(mfn, fresh);
    this.#remember(mfn, fresh);
    return fresh;
  }

  /** All that it holds, as plain data: `restore` makes another like it. */
  save() {
    return {
      free: [...this.#free],
      held: [...this.#held],
      doomed: [...this.#doomed],
      pages: [...this.#pages].toSorted(([a], [b]) => a - b),
    };
  }

  /** All but what is in the frames, which is written once it is known where their contents are kept. */
  restore({ free, held, doomed }: Omit<ReturnType<MachineMemory['save']>, 'pages'>): void {
    this.#free.restore(free);
    for (const [mfn, holds] of held) this.#held.set(mfn, holds);
    for (const mfn of doomed) this.#doomed.add(mfn);
  }

  /** The lowest aligned run of at least `nr` free frames, or the longest. */
  #findRun(nr: number, order: number): { first: number; nr: number } {
    const alignment = 2 ** order;
    let longest = { first: 0, nr: 0 };
    for (const [begin, last] of this.#free) {
      const first = Math.ceil(begin / alignment) * alignment;
      const run = { first, nr: last - first + 1 };
      if (run.nr >= nr) return run;
      if (run.nr > longest.nr) longest = run;
    }
    return longest;
  }

  #take(first: number, nr: number): Mfn {
    this.#free.remove(first, first + nr - 1);
    return first as Mfn;
  }

  #storageOf(mfn: number): PageStorage | undefined {
    if (this.#kept.size === 0) return undefined;
    for (const [storage, frames] of this.#kept) if (frames.contains(mfn, mfn)) return storage;
    return undefined;
  }

  #keepNoMore(first: number, nr: number): void {
    const last = first + nr - 1;
    for (const [storage, frames] of this.#kept) {
      if (!frames.overlaps(first, last)) continue;
      storage.release(first, nr);
      frames.remove(first, last);
      if (frames.isEmpty) this.#kept.delete(storage);
    }
  }

  #remember(mfn: number, page: Uint8Array): void {
    this.#lastMfn = mfn;
    this.#lastPage = page;
  }

  #forget(first: number, nr: number): void {
    this.#lastMfn = -1;
    if (nr <= this.#pages.size) {
      for (let mfn = first; mfn < first + nr; mfn++) this.#pages.delete(mfn);
      return;
    }
    for (const mfn of this.#pages.keys())
      if (mfn >= first && mfn < first + nr) this.#pages.delete(mfn);
  }
}
