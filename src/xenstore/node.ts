/** A node of the store: a value, and children by name in the order in which they came. It is replaced, not changed. */

import type { Permissions } from './permissions.js';

export interface Node {
  readonly value: Uint8Array;
  readonly permissions: Permissions;
  readonly children: readonly string[];
}

/** What reads and replaces nodes: the store itself, or a transaction on it. */
export interface Nodes {
  get(path: string): Node | undefined;
  /** Undefined takes it away. */
  set(path: string, node: Node | undefined): void;
  /** Whoever watches is to be told, once it is done. `exact`: not those who watch above. */
  changed(path: string, exact?: boolean): void;
}
