/** A store: its nodes, who watches them, and what dom0 has in it from the start. */

import type { Node, Nodes } from './node.js';
import { isSpecial, isWithin } from './path.js';
import { makeDirectory, writeValue } from './operations.js';
import { ONLY_DOM0, type Permissions } from './permissions.js';

const DOM0 = 0;

/** What a dom0 has before there is any other domain. */
const FROM_THE_START: readonly (readonly [path: string, value: string])[] = [
  ['/tool/xenstored', ''],
  ['/local/domain/0/control/feature-poweroff', '1'],
  ['/local/domain/0/control/feature-reboot', '1'],
  ['/local/domain/0/control/feature-suspend', '1'],
  ['/local/domain/0/domid', '0'],
  ['/local/domain/0/name', 'Domain-0'],
  ['/local/domain/0/backend', ''],
  ['/local/domain/0/device-model', ''],
  ['/local/pool/0/name', 'Pool-0'],
  ['/vm', ''],
  ['/libxl', ''],
];

export interface Watcher {
  /** The path, or a special one, of which it wants to hear, and of all that lies below. */
  readonly path: string;
  hear(path: string): void;
}

export class Xenstore implements Nodes {
  readonly #nodes = new Map<string, Node>();
  readonly #watchers = new Set<Watcher>();

  constructor() {
    this.set('/', { value: new Uint8Array(), permissions: ONLY_DOM0, children: [] });
    for (const [path, value] of FROM_THE_START) this.write(path, value);
  }

  get(path: string): Node | undefined {
    return this.#nodes.get(path);
  }

  set(path: string, node: Node | undefined): void {
    if (node === undefined) this.#nodes.delete(path);
    else this.#nodes.set(path, node);
  }

  changed(path: string, exact = false): void {
    for (const watcher of this.#watchers)
      if (exact || isSpecial(path) ? watcher.path === path : isWithin(path, watcher.path))
        watcher.hear(path);
  }

  /** As dom0 does it. */
  write(path: string, value: string, permissions?: Permissions): void {
    writeValue(this, DOM0, path, Buffer.from(value));
    if (permissions !== undefined) this.#permit(path, permissions);
  }

  makeDirectory(path: string, permissions?: Permissions): void {
    makeDirectory(this, DOM0, path);
    if (permissions !== undefined) this.#permit(path, permissions);
  }

  /** Every node, each before its children. */
  save(): (readonly [path: string, node: Node])[] {
    const below = (path: string): (readonly [string, Node])[] => {
      const node = this.get(path);
      if (node === undefined) return [];
      const children = node.children.map((name) => (path === '/' ? `/${name}` : `${path}/${name}`));
      return [[path, node], ...children.flatMap(below)];
    };
    return below('/');
  }

  /** These nodes and no other. */
  restore(nodes: readonly (readonly [path: string, node: Node])[]): void {
    this.#nodes.clear();
    for (const [path, node] of nodes) this.#nodes.set(path, node);
  }

  watch(watcher: Watcher): void {
    this.#watchers.add(watcher);
  }

  unwatch(watcher: Watcher): void {
    this.#watchers.delete(watcher);
  }

  #permit(path: string, permissions: Permissions): void {
    const node = this.get(path);
    if (node !== undefined) this.set(path, { ...node, permissions });
  }
}
