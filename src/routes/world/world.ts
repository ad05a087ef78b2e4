/** One emulated machine as it is served, with those who listen to it and those who wait on it. */

import { Journal, type Host } from '../../hypervisor/index.js';
import { countIoreqs } from './ioreq-tally.js';
import { Watch } from './watch.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import { Listeners } from './listeners.js';
import type { ProblemError } from '../problems/problem.js';
import { Waiting } from './waiting.js';

export class World {
  readonly host: Host;
  readonly listeners = new Listeners();
  readonly limits: Limits;
  readonly waiting: Waiting;
  readonly journal: Journal;
  readonly watch: Watch;
  /** Called when nobody comes to it any more. */
  readonly endings = new Set<() => void>();

  constructor(host: Host, limits = DEFAULT_LIMITS) {
    this.host = host;
    this.limits = limits;
    this.waiting = new Waiting(this.listeners, limits.maxWaiting);
    this.journal = host.journal ??= new Journal(host.clock, limits.journalRecords, host.firstSeq);
    this.watch = new Watch(this.journal);
    this.listeners.add(countIoreqs);
    host.onEvent = (event) => this.listeners.hear(event);
  }

  /** Nobody comes to it any more: all who wait on it are told why. Calls under way come to their end. */
  end(why: ProblemError): void {
    this.waiting.end(why);
    for (const end of this.endings) end();
    for (const { storage } of this.host.domains) storage?.close();
  }
}
