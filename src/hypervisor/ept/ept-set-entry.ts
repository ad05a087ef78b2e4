/**
 * Writing one mapping of 4 KiB, 2 MiB or 1 GiB: pending marks on its path are resolved first,
 * tables are created and superpages split on the way down, and whatever lay below is freed.
 *
 * Reference: xen/arch/x86/mm/p2m-ept.c, ept_set_entry(); xen/arch/x86/include/asm/p2m.h,
 * p2m_entry_modify().
 */

import { ERRNO } from '../abi/errno.js';
import { hex, INVALID_MFN, type Order } from '../abi/frames.js';
import { allowsInvalidMfn, P2MT, p2mTypeName } from '../abi/p2m-type.js';
import { XenBug } from '../abi/xen-bug.js';
import { countIoreqBelow } from './count-entries.js';
import { EMT_INVALID_BITS, HI, LO, MFN_SHIFT, mfnOf, TYPE_SHIFT, typeOf } from './ept-entry.js';
import { NEEDS_SPLIT } from './ept-memory-type.js';
import { resolveMisconfig } from './ept-misconfig.js';
import { splitSuperpage } from './ept-split.js';
import {
  entryWord,
  GFN_LIMIT,
  isPresent,
  isTable,
  isValid,
  TOP_LEVEL,
  type EptTables,
} from './ept-tables.js';
import { NO_TABLE, TABLE_SHIFT } from './table-pages.js';

export interface Mapping {
  readonly gfn: number;
  readonly mfn: number;
  readonly order: Order;
  readonly type: number;
  readonly access: number;
}

/**
 * Map, or unmap with INVALID_MFN or a frame that is no memory. 0, or: -EINVAL for a gfn beyond
 * 2^36 or not aligned to the order; -ENOMEM when a table could not be had; -EBUSY for a foreign
 * frame that nobody owns.
 */
export function setEntry(tables: EptTables, mapping: Mapping): number {
  const { gfn, mfn, order } = mapping;
  const pages = 2 ** order;
  if (gfn % pages !== 0 || (mfn !== INVALID_MFN && mfn % pages !== 0) || gfn >= GFN_LIMIT)
    return -ERRNO.EINVAL;
  refuseBugs(mapping);

  const rc = resolveMisconfig(tables, gfn);
  if (rc < 0) return rc;

  const target = order / 9;
  let table = tables.root;
  let split = false;
  for (let level = TOP_LEVEL; level > target; level--) {
    const word = (table << TABLE_SHIFT) + entryWord(gfn, level);
    const lo = tables.pages.words[word]!;
    if (isTable(lo)) table = lo >>> MFN_SHIFT;
    else {
      const hi = tables.pages.words[word + 1]!;
      const mapsPages = isLeafAbove(lo, hi);
      const middle = mapsPages ? splitSuperpage(tables, lo, hi, level, target) : emptyTable(tables);
      if (middle === NO_TABLE) {
        tables.flush();
        return -ERRNO.ENOMEM;
      }
      split ||= mapsPages;
      tables.pages.words[word] = middle;
      tables.pages.words[word + 1] = tables.middleHi();
      table = middle >>> MFN_SHIFT;
    }
  }
  return writeLeaf(tables, table, mapping, split);
}

/** A superpage, or memory of its size that is yet to be populated; what has no permissions is lost. */
const isLeafAbove = (lo: number, hi: number): boolean =>
  isPresent(lo) || typeOf(hi) === P2MT.populate_on_demand;

function emptyTable(tables: EptTables): number {
  const table = tables.newTable();
  return table === NO_TABLE ? NO_TABLE : tables.middleLo(table);
}

function writeLeaf(tables: EptTables, table: number, mapping: Mapping, split: boolean): number {
  const { gfn, order, type } = mapping;
  const level = order / 9;
  const { words } = tables.pages;
  const word = (table << TABLE_SHIFT) + entryWord(gfn, level);
  const oldLo = words[word]!;
  const oldHi = words[word + 1]!;
  const suppressVe =
    !split && isValid(oldLo, oldHi) ? (oldHi & HI.SUPPRESS_VE) >>> 0 : HI.SUPPRESS_VE;

  const mapped = allowsInvalidMfn(type) || tables.policy.mfnValid(mapping.mfn);
  const newHi = mapped ? highWord(tables, mapping, suppressVe) : suppressVe;
  const newLo = mapped ? lowWord(tables, mapping, newHi) : 0;

  const rc = level === 0 ? account(tables, oldLo, oldHi, newLo, newHi) : 0;
  if (rc === 0) {
    words[word] = newLo;
    words[word + 1] = newHi;
    const last = gfn + 2 ** order - 1;
    if (type !== P2MT.invalid && last > tables.maxMappedGfn) tables.maxMappedGfn = last;
  }
  if (split || isPresent(oldLo)) tables.flush();
  if (rc === 0) replaceBelow(tables, oldLo, level);
  return rc;
}

/** What a superpage takes the place of goes, and is not taken off any count. */
function replaceBelow(tables: EptTables, lo: number, level: number): void {
  if (level > 0 && tables.ioreqEntries > 0 && isTable(lo))
    tables.forgottenIoreqEntries += countIoreqBelow(tables, lo >>> MFN_SHIFT, level - 1);
  tables.freeBelow(lo, level);
}

const highWord = (tables: EptTables, { mfn, type, access }: Mapping, suppressVe: number): number =>
  (Math.floor(mfn / 2 ** 20) |
    (type << TYPE_SHIFT) |
    (access << tables.accessShift) |
    suppressVe) >>>
  0;

function lowWord(tables: EptTables, mapping: Mapping, hi: number): number {
  const { gfn, mfn, order, type, access } = mapping;
  const { memoryTypes, permissions } = tables;
  const readonlyMmio = type === P2MT.mmio_direct && memoryTypes.isReadonlyMmio(mfn);
  const frame = (mfn % 2 ** 20) * 2 ** MFN_SHIFT;
  const base = (frame | (order > 0 ? LO.SP : 0)) >>> 0;
  const lo = permissions.apply(base, type, access, readonlyMmio);
  if (!isPresent(lo)) return lo >>> 0;
  const emtBits = memoryTypes.bitsOf(gfn, mfn, order, typeOf(hi));
  return (lo | (emtBits === NEEDS_SPLIT ? EMT_INVALID_BITS : emtBits)) >>> 0;
}

/** What a 4 KiB entry stands for is counted whenever its type or its frame changes. */
function account(
  tables: EptTables,
  oldLo: number,
  oldHi: number,
  newLo: number,
  newHi: number,
): number {
  const oldType = typeOf(oldHi);
  const newType = typeOf(newHi);
  if (oldType === newType && mfnOf(oldLo, oldHi) === mfnOf(newLo, newHi)) return 0;
  if (newType === P2MT.ioreq_server) tables.ioreqEntries++;
  if (newType === P2MT.map_foreign) {
    if (!tables.policy.frameHasOwner(mfnOf(newLo, newHi))) return -ERRNO.EBUSY;
    tables.foreignReferences++;
  }
  if (oldType === P2MT.ioreq_server) tables.ioreqEntries--;
  if (oldType === P2MT.map_foreign) tables.foreignReferences--;
  return 0;
}

function refuseBugs({ gfn, mfn, order, type }: Mapping): void {
  const name = p2mTypeName(type);
  if (order > 0 && (type === P2MT.ioreq_server || type === P2MT.map_foreign))
    throw new XenBug(`gfn ${hex(gfn)}: a superpage may not be ${name}`);
  if (type === P2MT.mmio_direct && mfn === INVALID_MFN)
    throw new XenBug(`gfn ${hex(gfn)}: ${name} without a machine frame`);
}
