/**
 * Guest memory as a toolstack lays it: RAM from gfn 0, around the hole below 4 GiB, and the special
 * pages under that hole's end.
 *
 * Reference: tools/libs/guest/xg_dom_x86.c, meminit_hvm() and alloc_magic_pages_hvm().
 */

import type { HvmParamName } from '../abi/hvm-param.js';
import type { DomainSpec, MemoryExtent } from '../domain-spec.js';

const PAGES_PER_MIB = 256;
const DEFAULT_MEMORY_MIB = 64;
const VIDEO_RAM_MIB = 16;
/** LIBXL_MAXMEM_CONSTANT. */
const SLACK_MIB = 1;
const FOUR_GIB = 0x10_0000;
/** RAM that would reach beyond this gfn goes on at 4 GiB. */
const LOW_END = 0xf_0000;
/** The VGA window. */
const VGA = { first: 0xa0, end: 0xc0 };

/** 8 pages for ioreq servers, then the pages that have a parameter each. */
const SPECIAL = { firstGfn: 0xf_eff0, nr: 16, order: 0 } as const;

const SPECIAL_PARAMS = {
  IOREQ_SERVER_PFN: 0xf_eff0n,
  NR_IOREQ_SERVER_PAGES: 8n,
  PAGING_RING_PFN: 0xf_eff8n,
  MONITOR_RING_PFN: 0xf_eff9n,
  SHARING_RING_PFN: 0xf_effan,
  BUFIOREQ_PFN: 0xf_effbn,
  STORE_PFN: 0xf_effcn,
  IOREQ_PFN: 0xf_effdn,
  IDENT_PT: 0xf_effen,
  CONSOLE_PFN: 0xf_efffn,
} as const satisfies Partial<Record<HvmParamName, bigint>>;

/** The RAM of a new domain, and the parameters that say where its special pages are. */
export function toolstackLayout(spec: DomainSpec): {
  extents: readonly MemoryExtent[];
  params: Readonly<Partial<Record<HvmParamName, bigint>>>;
} {
  const special = spec.specialPages ?? true;
  const end = (spec.memoryMib ?? DEFAULT_MEMORY_MIB) * PAGES_PER_MIB;
  const ram = spec.memory ?? ramUpTo(end, special);
  return {
    extents: special ? [...ram, SPECIAL] : ram,
    params: { ...(special && SPECIAL_PARAMS), ...spec.params },
  };
}

/** As libxl sets it: room for the video RAM that a device model populates, and a little more. */
export const maxPagesFor = (pages: number): number =>
  pages === 0 ? 0 : pages + (VIDEO_RAM_MIB + SLACK_MIB) * PAGES_PER_MIB;

function ramUpTo(end: number, vgaHole: boolean): MemoryExtent[] {
  const lowEnd = Math.min(end, LOW_END);
  const low = vgaHole
    ? [span(0, Math.min(lowEnd, VGA.first)), span(VGA.end, lowEnd)]
    : [span(0, lowEnd)];
  return [...low, span(FOUR_GIB, FOUR_GIB + end - LOW_END)].filter(({ nr }) => nr > 0);
}

const span = (first: number, end: number): MemoryExtent => ({ firstGfn: first, nr: end - first });
