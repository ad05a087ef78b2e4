/**
 * The domain of an exploration, if it is not said otherwise: what a toolstack sets aside for ioreq
 * servers lies right above its RAM. At the usual place, below 4 GiB, a sweep of the map would come
 * by four thousand points at which others may act.
 */

import type { DomainSpec } from '../../hypervisor/index.js';

const PAGES_PER_MIB = 256;
const USUAL_MIB = 4;
/** As many as a toolstack sets aside. */
const IOREQ_PAGES = 8;

export function smallDomain(spec: DomainSpec): DomainSpec {
  if (spec.specialPages !== undefined) return spec;
  const ram = spec.memory ?? [{ firstGfn: 0, nr: (spec.memoryMib ?? USUAL_MIB) * PAGES_PER_MIB }];
  const end = Math.max(0, ...ram.map(({ firstGfn, nr }) => firstGfn + nr));
  return {
    ...spec,
    specialPages: false,
    memory: [...ram, { firstGfn: end, nr: IOREQ_PAGES, order: 0 }],
    params: {
      IOREQ_SERVER_PFN: BigInt(end),
      NR_IOREQ_SERVER_PAGES: BigInt(IOREQ_PAGES),
      ...spec.params,
    },
  };
}
