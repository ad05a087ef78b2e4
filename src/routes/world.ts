/** One emulated machine as it is served, with those who listen to it and those who wait on it. */

import type { Host } from '../hypervisor/index.js';
import { Listeners } from './listeners.js';
import type { ProblemError } from './problem.js';
import { Waiting } from './waiting.js';

export class World {
  readonly host: Host;
  readonly listeners = new Listeners();
  readonly limits: Limits;
  readonly waiting: Waiting;
  /** Called when nobody comes to it any more. */
  readonly endings = new Set<() => void>();

  constructor(host: Host) {
    this.host = host;
    host.onEvent = (event) => this.listeners.hear(event);
  }

  /** Nobody comes to it any more: all who wait on it are told why. Calls under way come to their end. */
  end(why: ProblemError): void {
    this.waiting.end(why);
  }
}
    for (const end of this.endings) end();
    for (const { storage } of this.host.domains) storage?.close();
