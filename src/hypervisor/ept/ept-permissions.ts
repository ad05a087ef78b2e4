/**
 * What an entry lets the guest do: its type's permissions, restricted by its access, and the
 * accessed and dirty bits that Xen sets ahead so that hardware need not.
 *
 * Reference: xen/arch/x86/mm/p2m-ept.c, ept_p2m_type_to_flags().
 */

import { ACCESS_PERMITS } from '../abi/p2m-access.js';
import { P2MT, type P2mTypeName } from '../abi/p2m-type.js';
import { LO } from './ept-entry.js';

const { R, W, X, A, D } = LO;

/** Permissions by type, before access; a type that is not here has none and keeps its a and d. */
const BY_TYPE = {
  ram_rw: R | W | X,
  ram_logdirty: R | X,
  ram_ro: R | X,
  ram_shared: R | X,
  mmio_direct: R | W | X,
  grant_map_rw: R | W,
  map_foreign: R | W,
  grant_map_ro: R,
  ioreq_server: R | W,
} as const satisfies Partial<Record<P2mTypeName, number>>;

export interface PermissionRules {
  /** The CPU keeps accessed and dirty bits in EPT entries. */
  readonly adBits: boolean;
  /** Superpages may be executable (off: the work-around for CVE-2018-12207). */
  readonly execSuperpages: boolean;
}

const TYPES = 64;
const ACCESSES = 16;
const KEEPS_AD = LO.SNP;

/** By A/D bits and forwarding, both of which few domains differ in: every map uses one of four. */
const tables = new Map<number, Uint16Array>();

/** The permission bits of every type under every access, looked up by the two at once. */
export class EptPermissions {
  readonly #rules: PermissionRules;
  #table: Uint16Array;

  constructor(rules: PermissionRules) {
    this.#rules = rules;
    this.#table = tableFor(rules.adBits, false);
  }

  get ioreqWritesForwarded(): boolean {
    return this.#table === tableFor(this.#rules.adBits, true);
  }

  /** Writes to ioreq_server pages fault from now on, in entries written from now on. */
  set ioreqWritesForwarded(forwarded: boolean) {
    this.#table = tableFor(this.#rules.adBits, forwarded);
  }

  /** The entry's low word with r, w, x, a and d as its type and access have them. */
  apply(lo: number, type: number, access: number, readonlyMmio = false): number {
    const bits = this.#table[(type << 4) | access]!;
    const cleared = lo & ~(bits & KEEPS_AD ? LO.RWX : LO.RWX | A | D);
    let applied = cleared | (bits & ~KEEPS_AD);
    if (readonlyMmio && type === P2MT.mmio_direct) applied &= ~(W | D);
    if (!this.#rules.execSuperpages && lo & LO.SP) applied &= ~X;
    return applied;
  }
}

function tableFor(adBits: boolean, forwarded: boolean): Uint16Array {
  const key = (+adBits << 1) | +forwarded;
  let table = tables.get(key);
  if (table === undefined) tables.set(key, (table = newTable(adBits, forwarded)));
  return table;
}

function newTable(adBits: boolean, forwarded: boolean): Uint16Array {
  const table = new Uint16Array(TYPES * ACCESSES).fill(KEEPS_AD);
  for (const [name, permissions] of Object.entries(BY_TYPE)) {
    const type = P2MT[name as P2mTypeName];
    const granted = forwarded && type === P2MT.ioreq_server ? permissions & ~W : permissions;
    const ad = adBits ? A | (granted & W ? D : 0) : 0;
    for (let access = 0; access < ACCESSES; access++)
      table[(type << 4) | access] = (granted & (ACCESS_PERMITS[access] ?? LO.RWX)) | ad;
  }
  return table;
}
