/**
 * A stretch of the map, counted: of which types its gfns are, as Xen would answer now, and what the entries on the way
 * still hold. Nothing is changed.
 *
 * Whatever one entry decides is counted at once: a hole or a superpage of any size, and a lowest table. So a terabyte
 * of superpages is a few hundred steps, and whoever counts a split one can stop between two.
 */

import { P2MT } from '../abi/p2m-type.js';
import { LO, typeOf } from './ept-entry.js';
import { EptPath, locateEntry } from './ept-path.js';
import { isPresent, isValid, LOG_DIRTY, type EptTables } from './ept-tables.js';
import { isMisconfiguredLeaf, RESERVED_IN_TABLE_ENTRY } from './ept-walk.js';
import { recalculatedType } from './recalc-type.js';
import { ENTRIES } from './table-pages.js';

const TYPES = 16;
const NO_ORDER = 36;
/** What of an entry's low word is not its frame. */
const FLAGS = 0xfff;

/** What was counted so far; one is used again and again. */
export class EptTally {
  /** A bit for each p2m type that was met; the counts of others mean nothing. */
  types = 0;
  /** By type. */
  readonly gfns = new Float64Array(TYPES);
  /** The lowest gfn of each type. */
  readonly firstGfn = new Float64Array(TYPES);
  /** A mark for recalculation is met on the way to one of the gfns. */
  recalc = false;
  /** The CPU would stumble on the way to one of them: an EPT misconfiguration. */
  misconfigured = false;
  /** log2 of the pages in the smallest mapping or hole. */
  order = NO_ORDER;

  clear(): void {
    this.types = 0;
    this.recalc = false;
    this.misconfigured = false;
    this.order = NO_ORDER;
  }

  add(type: number, first: number, nr: number): void {
    if ((this.types & (1 << type)) === 0) {
      this.types |= 1 << type;
      this.gfns[type] = 0;
      this.firstGfn[type] = first;
    }
    this.gfns[type]! += nr;
  }
}

const path = new EptPath();

/** Count on from `gfn`, below `GFN_LIMIT`, up to `last` at most; where to go on. */
export function tallyOn(tables: EptTables, gfn: number, last: number, tally: EptTally): number {
  const word = locateEntry(tables, gfn, path);
  const { level } = path;
  const order = 9 * level;
  if (path.tables & LO.RECALC) tally.recalc = true;
  if (path.tables & RESERVED_IN_TABLE_ENTRY) tally.misconfigured = true;
  if (order < tally.order) tally.order = order;
  const end = gfn - (gfn % 2 ** order) + 2 ** order - 1;
  return level === 0
    ? tallyTable(tables, word, gfn, last, tally)
    : tallyEntry(tables, word, gfn, Math.min(last, end), tally);
}

/** A superpage that is logged in part is two mappings in the making: no more is counted than is of one type. */
function tallyEntry(
  tables: EptTables,
  word: number,
  gfn: number,
  last: number,
  tally: EptTally,
): number {
  const lo = tables.pages.words[word]! | 0;
  const hi = tables.pages.words[word + 1]! | 0;
  const recalc = ((lo | path.tables) & LO.RECALC) !== 0;
  let end = last;
  if (recalc && isPresent(lo))
    while (tables.policy.logDirtyCoverage(gfn, end) === LOG_DIRTY.part)
      end = Math.floor((gfn + end) / 2);
  tallyMarks(lo, tally);
  const isMapped = (isPresent(lo) && isValid(lo, hi)) || typeOf(hi) === P2MT.populate_on_demand;
  const type = isMapped ? typeNow(tables, lo, hi, gfn, recalc) : P2MT.mmio_dm;
  tally.add(type, gfn, end - gfn + 1);
  return end + 1;
}

/** Neighbours mostly agree in all but their frames, and are then counted together. */
function tallyTable(
  tables: EptTables,
  word: number,
  gfn: number,
  last: number,
  tally: EptTally,
): number {
  const { words } = tables.pages;
  const end = Math.min(last, gfn - (gfn % ENTRIES) + ENTRIES - 1);
  const handedDown = path.tables & LO.RECALC;
  const isUniform = tables.policy.logDirtyCoverage(gfn, end) !== LOG_DIRTY.part;
  for (let first = gfn; first <= end;) {
    const at = word + 2 * (first - gfn);
    const lo = words[at]! | 0;
    const hi = words[at + 1]! | 0;
    const valid = isValid(lo, hi);
    const recalc = ((lo | handedDown) & LO.RECALC) !== 0;
    let next = first + 1;
    for (let other = at + 2; (isUniform || !recalc) && next <= end; next++, other += 2) {
      const otherLo = words[other]! | 0;
      const otherHi = words[other + 1]! | 0;
      if (((lo ^ otherLo) & FLAGS) !== 0 || typeOf(hi) !== typeOf(otherHi)) break;
      if (valid !== isValid(otherLo, otherHi)) break;
    }
    tallyMarks(lo, tally);
    const type = valid ? typeNow(tables, lo, hi, first, recalc) : P2MT.mmio_dm;
    tally.add(type, first, next - first);
    first = next;
  }
  return end + 1;
}

function tallyMarks(lo: number, tally: EptTally): void {
  if (lo & LO.RECALC) tally.recalc = true;
  if (isPresent(lo) && isMisconfiguredLeaf(lo)) tally.misconfigured = true;
}

const typeNow = (tables: EptTables, lo: number, hi: number, gfn: number, recalc: boolean) =>
  recalc ? recalculatedType(tables.policy, typeOf(hi), gfn) : typeOf(hi);
