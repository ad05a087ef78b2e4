/** A host by its name: the world that it is now, until another takes its place. */

import type { Host } from '../hypervisor/index.js';
import type { ProblemError } from './problem.js';
import { World } from './world.js';

export class ServedHost {
  readonly name: string;
  #world: World;

  constructor(name: string, host: Host) {
    this.name = name;
    this.#world = new World(host);
  }

  get world(): World {
    return this.#world;
  }

  /** From now on requests come to this one; who waits on the one before is told why it waits no longer. */
  become(host: Host, why: ProblemError): void {
    const before = this.#world;
    this.#world = new World(host);
    before.end(why);
  }
}
