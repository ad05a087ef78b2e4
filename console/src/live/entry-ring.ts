/** The latest entries of the journal, the oldest first; what is too old is dropped a good piece at a time. */

import type { Entry } from './entry.js';

const MOST = 65_536;
const DROPPED_AT_ONCE = 8_192;

export class EntryRing {
  #entries: Entry[] = [];

  get all(): readonly Entry[] {
    return this.#entries;
  }

  push(batch: readonly Entry[]): void {
    for (const entry of batch) this.#entries.push(entry);
    if (this.#entries.length > MOST + DROPPED_AT_ONCE) this.#entries = this.#entries.slice(-MOST);
  }

  clear(): void {
    this.#entries = [];
  }
}
