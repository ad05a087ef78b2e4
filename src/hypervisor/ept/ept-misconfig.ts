/**
 * Resolving marks: for one gfn the mark is pushed down level by level, to all children of each
 * table on the way, until the mapping itself gets its memory type and its type anew.
 *
 * At the lowest level all 512 entries of the table are done at once, as Xen does.
 *
 * Reference: xen/arch/x86/mm/p2m-ept.c, resolve_misconfig(); xen/arch/x86/include/asm/p2m.h,
 * p2m_recalc_type_range().
 */

import { ERRNO } from '../abi/errno.js';
import { isChangeable, P2MT } from '../abi/p2m-type.js';
import { HI, isMarked, LO, MFN_SHIFT, mfnOf, TYPE_SHIFT, typeOf } from './ept-entry.js';
import { invalidateTable } from './ept-invalidate.js';
import { NEEDS_SPLIT } from './ept-memory-type.js';
import { splitSuperpage } from './ept-split.js';
import { entryWord, isPresent, LOG_DIRTY, TOP_LEVEL, type EptTables } from './ept-tables.js';
import { ramTypeOf, recalculatedType } from './recalc-type.js';
import { ENTRIES, NO_TABLE, TABLE_SHIFT, WORDS_PER_TABLE } from './table-pages.js';

/** The bits of a low word that are not part of the frame. */
const FLAGS = (1 << MFN_SHIFT) - 1;

/** 1 if anything was resolved, 0 if nothing was marked, -ENOMEM if a superpage could not split. */
export function resolveMisconfig(tables: EptTables, gfn: number): number {
  const rc = resolvePath(tables, gfn);
  if (rc !== 0) tables.policy.onResolved();
  return rc;
}

function resolvePath(tables: EptTables, gfn: number): number {
  let table = tables.root;
  let rc = 0;
  for (let level = TOP_LEVEL; ; level--) {
    const { words } = tables.pages;
    const word = (table << TABLE_SHIFT) + entryWord(gfn, level);
    const lo = words[word]! | 0;

    if (level === 0) {
      if (!isMarked(lo)) return rc;
      resolveLowestTable(tables, table, gfn - (gfn % ENTRIES), 0);
      return 1;
    }
    if (lo & LO.SP) {
      if (!isMarked(lo)) return rc;
      const split = resolveSuperpage(tables, word, gfn, level);
      if (split <= 0) return split === 0 ? 1 : split;
    } else if (isMarked(lo)) {
      const below = lo >>> MFN_SHIFT;
      words[word] = lo & ~(LO.EMT | LO.RECALC);
      if (level === 1 && isPresent(words[(below << TABLE_SHIFT) + entryWord(gfn, 0)]! | 0)) {
        resolveLowestTable(tables, below, gfn - (gfn % ENTRIES), lo & (LO.EMT | LO.RECALC));
        return 1;
      }
      invalidateTable(tables, below, (lo & LO.RECALC) !== 0);
      rc = 1;
    } else if (!isPresent(lo) || (lo & LO.EMT) !== 0) return rc;

    table = tables.pages.words[word]! >>> MFN_SHIFT;
  }
}

/** 0 once the superpage is resolved, 1 if it was split instead, -ENOMEM if it could not be. */
function resolveSuperpage(tables: EptTables, word: number, gfn: number, level: number): number {
  const { words } = tables.pages;
  const lo = words[word]! | 0;
  const hi = words[word + 1]! | 0;
  const type = typeOf(hi);
  const pages = 2 ** (9 * level);
  const first = gfn - (gfn % pages);
  const retype = (lo & LO.RECALC) !== 0 && isChangeable(type);
  const coverage = retype
    ? tables.policy.logDirtyCoverage(first, first + pages - 1)
    : LOG_DIRTY.none;
  const emtBits = tables.memoryTypes.bitsOf(first, mfnOf(lo, hi), 9 * level, type);

  if (emtBits === NEEDS_SPLIT || coverage === LOG_DIRTY.part) {
    const whole = retype && coverage !== LOG_DIRTY.part;
    const newHi = whole ? withType(hi, ramTypeOf(coverage)) : hi;
    const newLo = whole ? lo & ~LO.RECALC : lo;
    const middle = splitSuperpage(tables, newLo, newHi, level, level - 1);
    if (middle === NO_TABLE) return -ERRNO.ENOMEM;
    tables.pages.words[word] = middle;
    tables.pages.words[word + 1] = tables.middleHi();
    return 1;
  }
  const newHi = retype ? withType(hi, ramTypeOf(coverage)) : hi;
  const base = (lo & ~(LO.EMT | LO.IPAT | LO.RECALC)) | emtBits;
  const newLo = retype ? applyPermissions(tables, base, newHi) : base;
  words[word] = newLo;
  words[word + 1] = newHi;
  return 0;
}

/**
 * Every present entry of a lowest table: memory type, and type where it is marked for it, or the
 * entry above the table was: `marks` are what that one hands down.
 *
 * What becomes of an entry depends on all of it but the frame, if the table lies wholly within or
 * without the log-dirty ranges and all RAM is write-back; neighbours mostly agree in all of it, so
 * what is to be done to one is done to the run of those alike.
 */
function resolveLowestTable(
  tables: EptTables,
  table: number,
  firstGfn: number,
  marks: number,
): void {
  const { memoryTypes, policy, pages } = tables;
  const { words } = pages;
  const uniform =
    memoryTypes.allRamIsWriteBack &&
    policy.logDirtyCoverage(firstGfn, firstGfn + ENTRIES - 1) !== LOG_DIRTY.part;
  const at = table << TABLE_SHIFT;
  const end = at + WORDS_PER_TABLE;
  for (let word = at; word < end;) {
    const gfn = firstGfn + ((word - at) >> 1);
    const lo = words[word]! | 0;
    const hi = words[word + 1]! | 0;
    const newHi = isPresent(lo) ? resolvedHigh(tables, gfn, lo | marks, hi) : hi;
    const newLo = isPresent(lo) ? resolvedLow(tables, gfn, lo, hi, newHi) : lo;
    const next = flipRun(words, word, uniform ? end : word + 2, lo ^ newLo, hi ^ newHi);
    if (typeOf(hi) === P2MT.ioreq_server && typeOf(newHi) !== P2MT.ioreq_server)
      tables.ioreqEntries -= (next - word) >> 1;
    word = next;
  }
}

/** Flip bits in the entries from `first` on that differ from it by their frame alone; where those end. */
function flipRun(
  words: Uint32Array,
  first: number,
  end: number,
  flipLo: number,
  flipHi: number,
): number {
  const firstLo = words[first]! | 0;
  const firstHi = words[first + 1]! | 0;
  const flagsLo = FLAGS;
  const flagsHi = ~HI.MFN;
  let word = first;
  for (; word < end; word += 2) {
    const lo = words[word]! | 0;
    const hi = words[word + 1]! | 0;
    if ((((lo ^ firstLo) & flagsLo) | ((hi ^ firstHi) & flagsHi)) !== 0) break;
    words[word] = lo ^ flipLo;
    words[word + 1] = hi ^ flipHi;
  }
  return word;
}

/** The high word with the type that the entry has from now on. */
function resolvedHigh(tables: EptTables, gfn: number, lo: number, hi: number): number {
  if ((lo & LO.RECALC) === 0) return hi;
  return withType(hi, recalculatedType(tables.policy, typeOf(hi), gfn));
}

function resolvedLow(
  tables: EptTables,
  gfn: number,
  lo: number,
  hi: number,
  newHi: number,
): number {
  const emtBits = tables.memoryTypes.bitsOf(gfn, mfnOf(lo, hi), 0, typeOf(hi));
  const newLo = (lo & ~(LO.EMT | LO.IPAT | LO.RECALC)) | emtBits;
  return typeOf(hi) === typeOf(newHi) ? newLo : applyPermissions(tables, newLo, newHi);
}

const withType = (hi: number, type: number): number => (hi & ~HI.TYPE) | (type << TYPE_SHIFT);

const applyPermissions = (tables: EptTables, lo: number, hi: number): number =>
  tables.permissions.apply(lo, typeOf(hi), tables.accessOf(hi));
