/**
 * Changes that come about at once or not at all: what a transaction has looked at must be as it was when it is to end.
 *
 * Reference: tools/xenstore/xenstored_transaction.c.
 */

import type { Node, Nodes } from './node.js';

interface Change {
  readonly path: string;
  readonly exact: boolean;
}

export class Transaction implements Nodes {
  readonly #store: Nodes;
  readonly #seen = new Map<string, Node | undefined>();
  readonly #own = new Map<string, Node | undefined>();
  readonly #changes: Change[] = [];

  constructor(store: Nodes) {
    this.#store = store;
  }

  get(path: string): Node | undefined {
    if (this.#own.has(path)) return this.#own.get(path);
    const node = this.#store.get(path);
    if (!this.#seen.has(path)) this.#seen.set(path, node);
    return this.#seen.get(path);
  }

  set(path: string, node: Node | undefined): void {
    this.get(path);
    this.#own.set(path, node);
  }

  changed(path: string, exact = false): void {
    this.#changes.push({ path, exact });
  }

  /** False if somebody else has come in between: nothing is changed then. */
  commit(): boolean {
    for (const [path, node] of this.#seen) if (this.#store.get(path) !== node) return false;
    for (const [path, node] of this.#own) this.#store.set(path, node);
    for (const { path, exact } of this.#changes) this.#store.changed(path, exact);
    return true;
  }
}
