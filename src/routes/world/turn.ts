/**
 * How long one task may have the event loop to itself, so that a sweep over millions of pages stalls nobody: about as
 * long as those take who wait meanwhile, and a hundred times what it takes to give way.
 */

const TURN_MS = 1;

export class Turn {
  /** How many batches its caller lets it do; without a word of the caller's, any number. */
  batchesLeft: number;
  /** Undefined until the first look at the clock, which short tasks never take. */
  #end: number | undefined;

  /** `isEndless`: nobody else is given a turn. */
  constructor(batches = Number.POSITIVE_INFINITY, isEndless = false) {
    this.batchesLeft = batches;
    if (isEndless) this.#end = Number.POSITIVE_INFINITY;
  }

  /** Asked after each batch. */
  isOver(): boolean {
    this.batchesLeft -= 1;
    if (this.isSpent) return true;
    const now = performance.now();
    this.#end ??= now + TURN_MS;
    return now >= this.#end;
  }

  /** The caller wants an answer now, done or not. */
  get isSpent(): boolean {
    return this.batchesLeft <= 0;
  }

  /** Lets everybody else have a turn first. */
  async renew(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#end = performance.now() + TURN_MS;
  }
}
