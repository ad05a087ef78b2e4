/** Answers every request of an ioreq server by itself, for guests that need a device model but no particular one. */

import type { IoreqServer } from '../../hypervisor/index.js';
import { respond, type ResponderMode } from './responder-modes.js';
import { complete, take } from './serve-ioreqs.js';
import type { World } from '../world/world.js';

/** Twice what the buffered ring has: one whose pointers say more is drained no further before the next event. */
const MOST_AT_ONCE = 1024;

const RESPONDERS = new WeakMap<IoreqServer, AutoResponder>();

export const responderOf = (server: IoreqServer): AutoResponder | undefined =>
  RESPONDERS.get(server);

export class AutoResponder {
  readonly mode: ResponderMode;
  readonly #world: World;
  readonly #server: IoreqServer;
  #isDue = false;
  #deaf = () => {};

  constructor(world: World, server: IoreqServer, mode: ResponderMode) {
    this.#world = world;
    this.#server = server;
    this.mode = mode;
  }

  /** In place of the one that the server has. */
  attach(): void {
    responderOf(this.#server)?.detach();
    RESPONDERS.set(this.#server, this);
    this.#deaf = this.#world.listeners.add(() => {
      this.#serveSoon();
    });
    this.#serve();
  }

  detach(): void {
    this.#deaf();
    RESPONDERS.delete(this.#server);
  }

  /** Events come in the middle of a call; requests are answered after it. */
  #serveSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (RESPONDERS.get(this.#server) === this) this.#serve();
    });
  }

  /** An answer may bring the next request at once: an instruction can have several. */
  #serve(): void {
    const { id, target } = this.#server;
    const domain = this.#world.host.find(target.domid);
    if (domain?.ioreqServers.find(id) !== this.#server) {
      this.detach();
      return;
    }
    for (
      let served = take(this.#world.host, this.#server, MOST_AT_ONCE);
      served;
      served = take(this.#world.host, this.#server, MOST_AT_ONCE)
    ) {
      const completions = served.ioreqs.map(({ vcpu, seq, ioreq }) => ({
        vcpu,
        seq,
        data: respond(this.mode, id, ioreq, domain.ram),
      }));
      for (const ioreq of served.bufioreqs) respond(this.mode, id, ioreq, domain.ram);
      complete(this.#world.host, this.#server, completions);
      if (served.bufioreqs.length === MOST_AT_ONCE) return;
    }
  }
}
