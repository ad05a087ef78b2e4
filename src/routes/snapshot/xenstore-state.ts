/** A store in a snapshot: its nodes, each before its children; who watches them has to watch anew. */

import {
  BrokenSnapshot,
  allBytes,
  list,
  record,
  text,
  type Field,
} from '../../hypervisor/index.js';
import type { Node } from '../../xenstore/node.js';
import { inWords, permissionsOf, type Permissions } from '../../xenstore/permissions.js';
import { Xenstore } from '../../xenstore/xenstore.js';

const WORDS = list(text);

const PERMISSIONS: Field<Permissions> = {
  write: (permissions, form) => WORDS.write(inWords(permissions), form),
  read(data, at, form) {
    try {
      return permissionsOf(WORDS.read(data, at, form));
    } catch (error) {
      if (error instanceof BrokenSnapshot) throw error;
      throw new BrokenSnapshot(at, `must be permissions: ${(error as Error).message}`);
    }
  },
};

const NODES = list(
  record({ path: text, value: allBytes, permissions: PERMISSIONS, children: list(text) }),
);

export const XENSTORE: Field<Xenstore> = {
  write: (store, form) =>
    NODES.write(
      store.save().map(([path, node]) => ({ path, ...node, children: [...node.children] })),
      form,
    ),
  read(data, at, form) {
    const nodes = NODES.read(data, at, form).map(({ path, ...node }): [string, Node] => [
      path,
      node,
    ]);
    const store = new Xenstore();
    store.restore(nodes);
    const reached = new Set(store.save().map(([path]) => path));
    const lost = nodes.findIndex(([path]) => !reached.has(path));
    if (lost >= 0)
      throw new BrokenSnapshot(`${at}/${lost}/path`, 'must be a child of another node');
    const named = nodes.reduce((sum, [, { children }]) => sum + children.length, 1);
    if (named !== reached.size) throw new BrokenSnapshot(at, 'must hold each child that is named');
    return store;
  },
};
