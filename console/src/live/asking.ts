/** One question to the service, asked over and over, but one at a time and not too often. */

/** No oftener than this, in milliseconds, however much happens. */
const AT_MOST_EVERY = 200;

export interface Replies<Value> {
  readonly answered: (value: Value) => void;
  readonly failed: (thrown: unknown) => void;
}

export class Asking<Value> {
  readonly #ask: (signal: AbortSignal) => Promise<Value>;
  readonly #replies: Replies<Value>;
  readonly #stopped = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;
  #isStale = false;

  constructor(ask: (signal: AbortSignal) => Promise<Value>, replies: Replies<Value>) {
    this.#ask = ask;
    this.#replies = replies;
  }

  now(): void {
    void this.#run();
  }

  /** Once more, in a while: after what is asked already. */
  soon(): void {
    this.#isStale = true;
    if (this.#isAsking) return;
    this.#timer ??= setTimeout(() => this.now(), AT_MOST_EVERY);
  }

  stop(): void {
    this.#stopped.abort();
    clearTimeout(this.#timer);
  }

  readonly #isOutdated = () => this.#isStale && !this.#stopped.signal.aborted;

  async #run(): Promise<void> {
    const { signal } = this.#stopped;
    this.#timer = undefined;
    this.#isAsking = true;
    this.#isStale = false;
    try {
      const value = await this.#ask(signal);
      if (!signal.aborted) this.#replies.answered(value);
    } catch (thrown) {
      if (!signal.aborted) this.#replies.failed(thrown);
    }
    this.#isAsking = false;
    if (this.#isOutdated()) this.soon();
  }
}
