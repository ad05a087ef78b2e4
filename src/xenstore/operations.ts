/**
 * What can be done to nodes, the same in a transaction and outside.
 *
 * Source: tools/xenstore/xenstored_core.c, do_read() and its neighbours.
 */

import type { Node, Nodes } from './node.js';
import { childOf, nameOf, parentOf } from './path.js';
import { inherited, isOwner, may, ONLY_DOM0, type Permissions } from './permissions.js';
import { XenstoreError } from './xenstore-error.js';

const NO_VALUE = new Uint8Array();

/** ENOENT, EACCES. */
export function readNode(nodes: Nodes, domid: number, path: string): Node {
  const node = nodes.get(path);
  if (node === undefined) throw missing(nodes, domid, path);
  if (!may('r', domid, node.permissions)) throw denied(domid, path);
  return node;
}

/** Makes it, and what leads to it, if it is not there. */
export function writeValue(nodes: Nodes, domid: number, path: string, value: Uint8Array): void {
  const node = nodes.get(path);
  if (node !== undefined && !may('w', domid, node.permissions)) throw denied(domid, path);
  nodes.set(path, { ...(node ?? made(nodes, domid, path)), value });
  nodes.changed(path);
}

export function makeDirectory(nodes: Nodes, domid: number, path: string): void {
  if (nodes.get(path) !== undefined) return;
  nodes.set(path, made(nodes, domid, path));
  nodes.changed(path);
}

/** ENOENT if there is nothing that it could lie in. */
export function removeNode(nodes: Nodes, domid: number, path: string): void {
  const above = parentOf(path);
  if (above === undefined) throw new XenstoreError('EINVAL', 'the root stays');
  const parent = nodes.get(above);
  const node = nodes.get(path);
  if (node === undefined) {
    if (parent === undefined) throw new XenstoreError('ENOENT', `there is no ${above}`);
    return;
  }
  if (!may('w', domid, node.permissions)) throw denied(domid, path);
  if (parent !== undefined) {
    const children = parent.children.filter((name) => name !== nameOf(path));
    nodes.set(above, { ...parent, children });
  }
  removeTree(nodes, path, node);
  nodes.changed(path);
}

/** Only its owner may say who may do what. */
export function setPermissions(
  nodes: Nodes,
  domid: number,
  path: string,
  permissions: Permissions,
): void {
  const node = readNode(nodes, domid, path);
  if (!isOwner(domid, node.permissions)) throw denied(domid, path);
  if (domid !== 0 && permissions[0].domid !== node.permissions[0].domid)
    throw new XenstoreError('EACCES', `domain ${domid} cannot give ${path} away`);
  nodes.set(path, { ...node, permissions });
  nodes.changed(path);
}

/** A new node, which its parent knows of. The parents that are missing are made as well. */
function made(nodes: Nodes, domid: number, path: string): Node {
  const above = parentOf(path);
  if (above === undefined) return { value: NO_VALUE, permissions: ONLY_DOM0, children: [] };
  const parent = nodes.get(above) ?? made(nodes, domid, above);
  if (!may('w', domid, parent.permissions)) throw denied(domid, path);
  nodes.set(above, { ...parent, children: [...parent.children, nameOf(path)] });
  return { value: NO_VALUE, permissions: inherited(domid, parent.permissions), children: [] };
}

/** Those who watch a node that goes with another hear of it by its own name. */
function removeTree(nodes: Nodes, path: string, { children }: Node): void {
  for (const name of children) {
    const child = childOf(path, name);
    const node = nodes.get(child);
    if (node !== undefined) removeTree(nodes, child, node);
    nodes.changed(child, true);
  }
  nodes.set(path, undefined);
}

/** Whether there is nothing is told to those who may look where it would lie. */
function missing(nodes: Nodes, domid: number, path: string): XenstoreError {
  for (let above = parentOf(path); above !== undefined; above = parentOf(above)) {
    const node = nodes.get(above);
    if (node === undefined) continue;
    if (may('r', domid, node.permissions)) break;
    return denied(domid, path);
  }
  return new XenstoreError('ENOENT', `there is no ${path}`);
}

const denied = (domid: number, path: string) =>
  new XenstoreError('EACCES', `domain ${domid} may not do that to ${path}`);
