/** The guest accesses of a domain by id, so that the end of one that had to wait can be read later. */

import type { Access, Domain } from '../../hypervisor/index.js';

/** As many as are remembered after their end. */
const REMEMBERED = 1024;

/** Accesses whose end can be read where a client was told to look. */
const PROMISED = new WeakSet<Access>();

interface Accesses {
  readonly byId: Map<number, Access>;
  /** In the order in which they are forgotten, from `next` on and round. */
  readonly ring: (Access | undefined)[];
  next: number;
}

const ACCESSES = new WeakMap<Domain, Accesses>();

/** In place of the oldest that is over; those on their way, of which each vcpu has one, are kept for another round. */
export function remember(access: Access): void {
  const accesses = accessesOf(access.domain);
  accesses.byId.set(access.id, access);
  let kept: Access | undefined = access;
  while (kept !== undefined) {
    const oldest: Access | undefined = accesses.ring[accesses.next];
    accesses.ring[accesses.next] = kept;
    accesses.next = (accesses.next + 1) % REMEMBERED;
    if (oldest?.settled === true) accesses.byId.delete(oldest.id);
    kept = oldest?.settled === false ? oldest : undefined;
  }
}

/** A client was sent to where its end can be read. */
export function promise(access: Access): void {
  PROMISED.add(access);
}

/** The promised ones that have come to their end, by id. */
export const promisedOf = (domain: Domain): readonly Access[] =>
  [...accessesOf(domain).byId.values()]
    .filter((access) => access.settled && PROMISED.has(access))
    .toSorted((a, b) => a.id - b.id);

export const recall = (domain: Domain, id: number): Access | undefined =>
  accessesOf(domain).byId.get(id);

function accessesOf(domain: Domain): Accesses {
  const known = ACCESSES.get(domain);
  if (known !== undefined) return known;
  const accesses = { byId: new Map(), ring: [], next: 0 };
  ACCESSES.set(domain, accesses);
  return accesses;
}
