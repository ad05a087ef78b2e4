/** The guest accesses of a domain by id, so that the end of one that had to wait can be read later. */

import type { Access, Domain } from '../hypervisor/index.js';

/** As many as are remembered after their end. */
const REMEMBERED = 1024;

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

export const recall = (domain: Domain, id: number): Access | undefined =>
  accessesOf(domain).get(id);

function accessesOf(domain: Domain): Map<number, Access> {
  const known = ACCESSES.get(domain);
  if (known !== undefined) return known;
  const accesses = new Map<number, Access>();
  ACCESSES.set(domain, accesses);
  return accesses;
}
