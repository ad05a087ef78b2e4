/** Those who want to hear what happens on a host. */

import type { HostEvent } from '../../hypervisor/index.js';

export type Listener = (event: HostEvent) => void;

export class Listeners {
  readonly #listeners = new Set<Listener>();

  /** Adds one, and gives the way to take it off again. */
  add(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  hear(event: HostEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
