/**
 * Who may do what to a node: its owner everything, others what is said of them, all the rest what is said of the owner's
 * entry. dom0 may do everything. Source: docs/misc/xenstore.txt; tools/xenstore/xenstored_core.c, perm_for_conn().
 */

import { XenstoreError } from './xenstore-error.js';

const RIGHTS = { n: '', r: 'r', w: 'w', b: 'rw' } as const;
type Letter = keyof typeof RIGHTS;

export interface Permission {
  readonly letter: Letter;
  readonly domid: number;
}

/** The owner's first. */
export type Permissions = readonly [Permission, ...Permission[]];

const FORM = /^([nrwb])(\d+)$/;
const DOM0 = 0;

export const ONLY_DOM0: Permissions = [{ letter: 'n', domid: DOM0 }];

/** `n1`, `r0`, …; EINVAL. */
export function permissionsOf(texts: readonly string[]): Permissions {
  const [owner, ...others] = texts.map((text) => {
    const [, letter, domid] = FORM.exec(text) ?? [];
    if (letter === undefined) throw new XenstoreError('EINVAL', `${text} is no permission`);
    return { letter: letter as Letter, domid: Number(domid) };
  });
  if (owner === undefined) throw new XenstoreError('EINVAL', 'a node has an owner');
  return [owner, ...others];
}

export const inWords = (permissions: Permissions): string[] =>
  permissions.map(({ letter, domid }) => `${letter}${domid}`);

export function may(right: 'r' | 'w', domid: number, permissions: Permissions): boolean {
  const [owner, ...others] = permissions;
  if (domid === DOM0 || domid === owner.domid) return true;
  const said = others.find((other) => other.domid === domid) ?? owner;
  return RIGHTS[said.letter].includes(right);
}

export const isOwner = (domid: number, [owner]: Permissions): boolean =>
  domid === DOM0 || domid === owner.domid;

/** A new node has its parent's, and is owned by whoever made it unless that is dom0. */
export const inherited = (domid: number, [owner, ...others]: Permissions): Permissions => [
  domid === DOM0 ? owner : { letter: owner.letter, domid },
  ...others,
];
