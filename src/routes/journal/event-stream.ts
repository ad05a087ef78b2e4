/**
 * One who watches a journal over HTTP, as server-sent events. Nothing is kept for one that reads slowly but where in the
 * journal it is: what is not there any more by then is a gap.
 *
 * Reference: HTML Living Standard, section 9.2.
 */

import type { ServerResponse } from 'node:http';
import type { Journal, JournalFilter } from '../../hypervisor/index.js';
import { entryAt } from './entry.js';
import type { Watch } from '../world/watch.js';

const KEEP_ALIVE_MS = 15_000;
/** After this, a client whose connection broke comes back. */
const RETRY_MS = 1000;
/** Records at a time; then others have a turn. */
const MOST_AT_ONCE = 256;

export interface EventStreamOptions {
  readonly journal: Journal;
  readonly watch: Watch;
  readonly filter: JournalFilter;
  /** The record after which it goes on; undefined: from now on. */
  readonly after: number | undefined;
  readonly keepAliveMs?: number;
}

export class EventStream {
  readonly #response: ServerResponse;
  readonly #options: EventStreamOptions;
  /** The next record to be looked at. */
  #next: number;
  #isBlocked = false;
  #leave = () => {};

  constructor(response: ServerResponse, options: EventStreamOptions) {
    const { journal, after } = options;
    this.#response = response;
    this.#options = options;
    this.#next = after === undefined ? journal.nextSeq : after + 1;
  }

  open(): void {
    const { watch, keepAliveMs = KEEP_ALIVE_MS } = this.#options;
    const response = this.#response;
    response.write(`retry: ${RETRY_MS}\n\n`);
    const deaf = watch.add(() => {
      this.#push();
    });
    const beat = setInterval(() => {
      if (!this.#isBlocked) this.#write(`: ${this.#next - 1}\n\n`);
    }, keepAliveMs);
    response.on('drain', () => {
      this.#isBlocked = false;
      this.#push();
    });
    this.#leave = () => {
      deaf();
      clearInterval(beat);
    };
    response.on('close', this.#leave);
    this.#push();
  }

  /** There is nothing more to see. */
  end(why: string): void {
    this.#leave();
    this.#response.end(eventOf('end', { why }));
  }

  #push(): void {
    const { journal, filter } = this.#options;
    this.#noteGap();
    for (let sent = 0; !this.#isBlocked; sent++) {
      const seq = journal.find(this.#next, filter);
      this.#next = Math.max(this.#next, seq);
      const entry = entryAt(journal, seq);
      if (entry === undefined) return;
      if (sent === MOST_AT_ONCE) {
        setImmediate(() => {
          this.#push();
        });
        return;
      }
      this.#next = seq + 1;
      this.#write(eventOf(entry.kind, entry, seq));
    }
  }

  /** What it was to see next has gone, or was of another machine that had got further. */
  #noteGap(): void {
    const { firstSeq, nextSeq } = this.#options.journal;
    if (this.#isBlocked || (this.#next >= firstSeq && this.#next <= nextSeq)) return;
    const isBehind = this.#next < firstSeq;
    const after = this.#next - 1;
    const dropped = isBehind ? firstSeq - this.#next : undefined;
    this.#next = firstSeq;
    this.#write(eventOf('gap', { after, next: firstSeq, dropped }, firstSeq - 1));
  }

  #write(text: string): void {
    if (this.#response.writableEnded || this.#response.destroyed) return;
    this.#isBlocked = !this.#response.write(text);
  }
}

const eventOf = (event: string, data: object, id?: number): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
