/** Requests that wait for something to happen on the host: until it has, their time is up, or nobody listens any more. */

import { DEFAULT_LIMITS } from './limits.js';
import type { Listeners } from './listeners.js';
import type { ProblemError } from './problem.js';
import { requireRoom } from './require-room.js';

export interface Patience {
  readonly ms: number;
  /** Aborted when the client has gone. */
  readonly signal?: AbortSignal;
}

export class Waiting {
  readonly #listeners: Listeners;
  readonly #most: number;
  readonly #givingUp = new Set<(why: Error) => void>();
  #ended: Error | undefined;

  constructor(listeners: Listeners, most = DEFAULT_LIMITS.maxWaiting) {
    this.#listeners = listeners;
    this.#most = most;
  }

  /** How many wait now. */
  get nr(): number {
    return this.#givingUp.size;
  }

  /** Throws where one that would wait so long is one too many: to be asked before anything is done for it. */
  admit(ms: number): void {
    if (ms === 0) return;
    const most = this.#most;
    requireRoom('too-many-waiting', 'max-waiting', { are: this.nr, most, what: 'requests wait' });
  }

  /**
   * What `attempt` finds, now or after some event; undefined once the time is up or the client gone. It is never
   * asked in the middle of a call, and what it throws ends the wait.
   */
  async until<Found>(
    attempt: () => Found | undefined,
    { ms, signal }: Patience,
  ): Promise<Found | undefined> {
    const found = attempt();
    if (found !== undefined || ms === 0) return found;
    if (this.#ended !== undefined) throw this.#ended;

    let leave = () => {};
    try {
      return await new Promise<Found | undefined>((resolve, reject) => {
        leave = this.#watch(attempt, resolve, reject, { ms, ...(signal && { signal }) });
      });
    } finally {
      leave();
    }
  }

  /** Nothing will happen any more: all who wait are told why, and so are those who would. */
  end(why: ProblemError): void {
    this.#ended = why;
    for (const giveUp of this.#givingUp) giveUp(why);
  }

  /** Calls back if nothing will happen any more; gives the way to take that back. */
  orElse(giveUp: (why: Error) => void): () => void {
    this.#givingUp.add(giveUp);
    return () => this.#givingUp.delete(giveUp);
  }

  #watch<Found>(
    attempt: () => Found | undefined,
    resolve: (found: Found | undefined) => void,
    reject: (why: unknown) => void,
    { ms, signal }: Patience,
  ): () => void {
    let asked = false;
    const ask = () => {
      asked = false;
      if (signal?.aborted === true) return;
      try {
        const found = attempt();
        if (found !== undefined) resolve(found);
      } catch (error) {
        reject(error);
      }
    };
    const deaf = this.#listeners.add(() => {
      if (asked) return;
      asked = true;
      queueMicrotask(ask);
    });
    const timer = setTimeout(() => resolve(undefined), ms);
    const gone = () => resolve(undefined);
    signal?.addEventListener('abort', gone);
    this.#givingUp.add(reject);

    return () => {
      deaf();
      clearTimeout(timer);
      signal?.removeEventListener('abort', gone);
      this.#givingUp.delete(reject);
    };
  }
}
