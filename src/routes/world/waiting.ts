/** Requests that wait for something to happen on the host: until it has, their time is up, or nobody listens any more. */

import type { Connection } from './connection.js';
import { DEFAULT_LIMITS } from './limits.js';
import type { Listeners } from './listeners.js';
import type { ProblemError } from '../problems/problem.js';
import { requireRoom } from './require-room.js';

export interface Patience {
  readonly ms: number;
  /** Closed when the client has gone. */
  readonly connection?: Connection;
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
    patience: Patience,
  ): Promise<Found | undefined> {
    const found = attempt();
    if (found !== undefined || patience.ms === 0) return found;
    if (patience.connection?.closed === true) return undefined;
    if (this.#ended !== undefined) throw this.#ended;
    return await new Promise<Found | undefined>((resolve, reject) => {
      this.#watch(attempt, resolve, reject, patience);
    });
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
    { ms, connection }: Patience,
  ): void {
    let isAsked = false;
    let isOver = false;
    const leave = () => {
      isOver = true;
      deaf();
      clearTimeout(timer);
      connection?.off('close', giveUp);
      this.#givingUp.delete(fail);
    };
    const find = (found: Found | undefined) => {
      leave();
      resolve(found);
    };
    const fail = (why: unknown) => {
      leave();
      reject(why);
    };
    const giveUp = () => find(undefined);
    const ask = () => {
      isAsked = false;
      if (isOver) return;
      try {
        const found = attempt();
        if (found !== undefined) find(found);
      } catch (error) {
        fail(error);
      }
    };
    const deaf = this.#listeners.add(() => {
      if (isAsked) return;
      isAsked = true;
      queueMicrotask(ask);
    });
    const timer = setTimeout(giveUp, ms);
    connection?.once('close', giveUp);
    this.#givingUp.add(fail);
  }
}
