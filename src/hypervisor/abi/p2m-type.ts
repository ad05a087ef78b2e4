/**
 * What a guest page is to Xen (p2m_type_t), and the classes that its code asks for.
 *
 * Source: xen/arch/x86/include/asm/p2m.h. The numbers stand in bits 57:52 of an EPT entry.
 */

export const P2MT = {
  ram_rw: 0,
  /** No mapping; a look-up reports it as mmio_dm. */
  invalid: 1,
  /** RAM, write-protected until its next write has been noted. */
  ram_logdirty: 2,
  /** RAM whose writes are dropped. */
  ram_ro: 3,
  /** Reads and writes go to the device model; also what a hole is. */
  mmio_dm: 4,
  mmio_direct: 5,
  populate_on_demand: 6,
  grant_map_rw: 7,
  grant_map_ro: 8,
  ram_paging_out: 9,
  ram_paged: 10,
  ram_paging_in: 11,
  ram_shared: 12,
  ram_broken: 13,
  map_foreign: 14,
  /** RAM whose writes go to the ioreq server that has claimed the type. */
  ioreq_server: 15,
} as const;

export type P2mTypeName = keyof typeof P2MT;
/** A p2m type as the entries hold it. */
export type P2mType = (typeof P2MT)[P2mTypeName];

const NAMES = Object.keys(P2MT) as P2mTypeName[];

export const p2mTypeName = (type: number): P2mTypeName => NAMES[type] ?? 'invalid';

const classOf = (...names: P2mTypeName[]): number =>
  names.reduce((mask, name) => mask | (1 << P2MT[name]), 0);

// prettier-ignore
const CLASS = {
  ram: classOf('ram_rw', 'ram_logdirty', 'ram_ro', 'ram_paging_out', 'ram_paged', 'ram_paging_in', 'ram_shared', 'ioreq_server'),
  hole: classOf('mmio_dm', 'invalid', 'ram_paging_in', 'ram_paged'),
  grant: classOf('grant_map_rw', 'grant_map_ro'),
  mmio: classOf('mmio_dm', 'mmio_direct'),
  readonly: classOf('ram_logdirty', 'ram_ro', 'grant_map_ro', 'ram_shared'),
  discardWrite: classOf('ram_ro', 'grant_map_ro'),
  changeable: classOf('ram_rw', 'ram_logdirty', 'ioreq_server'),
  anyRam: classOf('ram_rw', 'ram_logdirty', 'ram_ro', 'ram_paging_out', 'ram_paged', 'ram_paging_in', 'ram_shared', 'ioreq_server', 'grant_map_rw', 'grant_map_ro', 'map_foreign'),
  paging: classOf('ram_paging_out', 'ram_paged', 'ram_paging_in'),
  special: classOf('grant_map_rw', 'grant_map_ro', 'map_foreign', 'mmio_direct'),
  allowsInvalidMfn: classOf('populate_on_demand', 'mmio_direct', 'ram_paging_out', 'ram_paged', 'ram_paging_in'),
} as const;

const isOf =
  (mask: number) =>
  (type: number): boolean =>
    ((mask >>> type) & 1) === 1;

/** A page of guest memory, of whatever temper. */
export const isRam = isOf(CLASS.ram);
/** Nothing behind it: the device model answers. */
export const isHole = isOf(CLASS.hole);
export const isGrant = isOf(CLASS.grant);
/** Memory that Xen itself can take hold of: the guest's own, and what others lend it. */
export const isAnyRam = isOf(CLASS.anyRam);
export const isMmio = isOf(CLASS.mmio);
export const isReadonly = isOf(CLASS.readonly);
/** A guest write vanishes without a fault. */
export const isDiscardWrite = isOf(CLASS.discardWrite);
/** May be turned into another of its class lazily, by a mark for recalculation. */
export const isChangeable = isOf(CLASS.changeable);
export const isPaging = isOf(CLASS.paging);
/** Mappings that only those who made them may take away. */
export const isSpecial = isOf(CLASS.special);
export const allowsInvalidMfn = isOf(CLASS.allowsInvalidMfn);
