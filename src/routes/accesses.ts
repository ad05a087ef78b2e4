/** The guest accesses of a domain by id, so that the end of one that had to wait can be read later. */

import type { Access, Domain } from '../hypervisor/index.js';

/** As many as are remembered after their end. */
const REMEMBERED = 1024;

/** Accesses whose end can be read where a client was told to look. */
const PROMISED = new WeakSet<Access>();

const ACCESSES = new WeakMap<Domain, Map<number, Access>>();

export function remember(access: Access): void {
  const accesses = accessesOf(access.domain);
  accesses.set(access.id, access);
  if (accesses.size <= REMEMBERED) return;
  for (const [id, { settled }] of accesses) {
    if (!settled) continue;
    accesses.delete(id);
    break;
  }
}

/** A client was sent to where its end can be read. */
export function promise(access: Access): void {
  PROMISED.add(access);
}

/** The promised ones that have come to their end, by id. */
export const promisedOf = (domain: Domain): readonly Access[] =>
  [...accessesOf(domain).values()]
    .filter((access) => access.settled && PROMISED.has(access))
    .toSorted((a, b) => a.id - b.id);

export const recall = (domain: Domain, id: number): Access | undefined =>
  accessesOf(domain).get(id);

function accessesOf(domain: Domain): Map<number, Access> {
  const known = ACCESSES.get(domain);
  if (known !== undefined) return known;
  const accesses = new Map<number, Access>();
  ACCESSES.set(domain, accesses);
  return accesses;
}
