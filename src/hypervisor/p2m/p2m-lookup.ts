/**
 * Reading the map: what a gfn is once the marks on its path are counted in. Nothing is changed.
 *
 * Reference: xen/arch/x86/mm/p2m-ept.c, ept_get_entry().
 */

import { INVALID_MFN, mfn as toMfn, type Mfn } from '../abi/frames.js';
import { P2MA, type P2mAccess } from '../abi/p2m-access.js';
import { P2MT, type P2mType } from '../abi/p2m-type.js';
import { HI, LO, TYPE_SHIFT, mfnOf, typeOf } from '../ept/ept-entry.js';
import { EptCursor, findEntry, FOUND } from '../ept/ept-find.js';
import { EptPath, locateEntry } from '../ept/ept-path.js';
import type { EptTables } from '../ept/ept-tables.js';
import { recalculatedType } from '../ept/recalc-type.js';

export interface P2mEntry {
  readonly type: P2mType;
  readonly access: P2mAccess;
  /** INVALID_MFN where nothing is behind the gfn. */
  readonly mfn: Mfn;
  /** log2 of the pages in the mapping, or in the hole, around the gfn. */
  readonly order: number;
  readonly suppressVe: boolean;
}

/** Constants of this module are compiled into a look-up; those of another are loaded at each. */
const { RECALC, RWX } = LO;
const { mmio_dm: MMIO_DM } = P2MT;
const HI_TYPE_SHIFT = TYPE_SHIFT;
const TYPE_MASK = HI.TYPE >>> TYPE_SHIFT;

export class P2mLookup {
  readonly #tables: EptTables;
  readonly #cursor = new EptCursor();
  readonly #path = new EptPath();

  constructor(tables: EptTables) {
    this.#tables = tables;
  }

  /** The last look-up of what is not plainly mapped met a mark for recalculation. */
  get metRecalc(): boolean {
    return this.#cursor.recalc;
  }

  /** The type of a gfn; a hole is mmio_dm. A present entry without marks says it at once. */
  typeOf(gfn: number): P2mType {
    const tables = this.#tables;
    if (gfn > tables.maxMappedGfn) return MMIO_DM;
    const path = this.#path;
    const word = locateEntry(tables, gfn, path);
    const { words } = tables.pages;
    const lo = words[word]! | 0;
    if ((lo & RWX) === 0 || ((path.tables | lo) & RECALC) !== 0) return this.#typeOfUnusual(gfn);
    return ((words[word + 1]! >>> HI_TYPE_SHIFT) & TYPE_MASK) as P2mType;
  }

  /** All of it; `recalc` counts as one more mark on the path. A present entry without marks says it at once. */
  query(gfn: number, recalc = false): P2mEntry {
    const tables = this.#tables;
    const path = this.#path;
    if (recalc || gfn > tables.maxMappedGfn) return this.#queryUnusual(gfn, recalc);
    const word = locateEntry(tables, gfn, path);
    const { words } = tables.pages;
    const lo = words[word]! | 0;
    const hi = words[word + 1]! | 0;
    if ((lo & RWX) === 0 || ((path.tables | lo) & RECALC) !== 0)
      return this.#queryUnusual(gfn, recalc);
    const order = 9 * path.level;
    return {
      type: typeOf(hi) as P2mType,
      access: tables.accessOf(hi) as P2mAccess,
      mfn: toMfn(mfnOf(lo, hi) + (gfn & ((1 << order) - 1))),
      order,
      suppressVe: hi < 0,
    };
  }

  #queryUnusual(gfn: number, recalc: boolean): P2mEntry {
    const cursor = this.#cursor;
    const found = findEntry(this.#tables, gfn, cursor);
    const order = 9 * cursor.level;
    if (found === FOUND.pod) return noPage(P2MT.populate_on_demand, order);
    if (found === FOUND.hole) return noPage(P2MT.mmio_dm, order);
    return {
      type: this.#typeAt(cursor, gfn, recalc || cursor.recalc),
      access: this.#tables.accessOf(cursor.hi) as P2mAccess,
      mfn: toMfn(cursor.mfnOf(gfn)),
      order,
      suppressVe: cursor.hi < 0,
    };
  }

  /** Marked, not there, beyond, or there only on demand. */
  #typeOfUnusual(gfn: number): P2mType {
    const cursor = this.#cursor;
    const found = findEntry(this.#tables, gfn, cursor);
    if (found === FOUND.leaf) return this.#typeAt(cursor, gfn, cursor.recalc);
    return found === FOUND.pod ? P2MT.populate_on_demand : P2MT.mmio_dm;
  }

  #typeAt({ hi }: EptCursor, gfn: number, recalc: boolean): P2mType {
    const type = typeOf(hi);
    return (recalc ? recalculatedType(this.#tables.policy, type, gfn) : type) as P2mType;
  }
}

const noPage = (type: P2mType, order: number): P2mEntry => ({
  type,
  access: P2MA.n,
  mfn: INVALID_MFN,
  order,
  suppressVe: true,
});
