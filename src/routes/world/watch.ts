/** Those who want to see each record: told soon after there are new ones, never in the middle of a call. */

import type { Journal } from '../../hypervisor/index.js';

export class Watch {
  readonly #watchers = new Set<() => void>();
  readonly #journal: Journal;
  #isDue = false;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /** Adds one, and gives the way to take it off again. */
  add(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    this.#journal.onRecord = () => {
      this.#tellSoon();
    };
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size === 0) this.#journal.onRecord = undefined;
    };
  }

  #tellSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    setImmediate(() => {
      this.#isDue = false;
      for (const watcher of this.#watchers) watcher();
    });
  }
}
