/**
 * A superpage becomes a table of 512 smaller mappings, down to the level that is wanted.
 *
 * All of it is split: one 4 KiB page of a 1 GiB superpage costs 513 tables. Each child copies its
 * parent, memory type and marks included; permissions are computed anew, since superpages and
 * 4 KiB pages can differ in them.
 *
 * Reference: xen/arch/x86/mm/p2m-ept.c, ept_split_super_page().
 */

import { P2MT } from '../abi/p2m-type.js';
import { HI, LO, MFN_SHIFT, mfnOf, typeOf } from './ept-entry.js';
import { LEVEL_BITS, type EptTables } from './ept-tables.js';
import { ENTRIES, NO_TABLE, TABLE_SHIFT, WORDS_PER_TABLE } from './table-pages.js';

/**
 * The low word of the middle entry that replaces a superpage entry at `level`; its high word is
 * `tables.middleHi()`. `NO_TABLE` if the pages ran out, with nothing changed.
 */
export function splitSuperpage(
  tables: EptTables,
  lo: number,
  hi: number,
  level: number,
  target: number,
): number {
  const table = tables.pool.allocate();
  if (table === NO_TABLE) return NO_TABLE;
  const at = table << TABLE_SHIFT;
  fillChildren(tables, at, lo, hi, level);

  if (level - 1 > target) {
    const middleHi = tables.middleHi();
    for (let word = at; word < at + WORDS_PER_TABLE; word += 2) {
      const { words } = tables.pages;
      const child = splitSuperpage(tables, words[word]!, words[word + 1]!, level - 1, target);
      if (child === NO_TABLE) {
        tables.freeBelow(tables.middleLo(table), level);
        return NO_TABLE;
      }
      tables.pages.words[word] = child;
      tables.pages.words[word + 1] = middleHi;
    }
  }
  return tables.middleLo(table);
}

/** Frame numbers count on in 40 bits and wrap there, as they do from an invalid one. */
function fillChildren(tables: EptTables, at: number, lo: number, hi: number, level: number): void {
  const { words } = tables.pages;
  const pages = 1 << ((level - 1) * LEVEL_BITS);
  const bits = (lo & 0xfff & ~LO.SP) | (level > 1 ? LO.SP : 0);
  const child = tables.permissions.apply(bits, typeOf(hi), tables.accessOf(hi));
  const mfnLow = lo >>> MFN_SHIFT;
  const high = hi | 0;
  for (let index = 0, word = at; index < ENTRIES; index++, word += 2) {
    const frame = mfnLow + index * pages;
    words[word] = (frame << MFN_SHIFT) | child;
    words[word + 1] = frame > 0xf_ffff ? carried(hi, frame) : high;
  }
  if (typeOf(hi) === P2MT.mmio_direct && !tables.memoryTypes.mmioReadonly.isEmpty)
    protectReadonlyMmio(tables, at);
}

const carried = (hi: number, frame: number): number =>
  (hi & ~HI.MFN) | ((hi + (frame >>> 20)) & HI.MFN);

function protectReadonlyMmio({ memoryTypes, pages }: EptTables, at: number): void {
  const { words } = pages;
  for (let word = at; word < at + WORDS_PER_TABLE; word += 2)
    if (memoryTypes.isReadonlyMmio(mfnOf(words[word]!, words[word + 1]!)))
      words[word] = (words[word]! & ~(LO.W | LO.D)) >>> 0;
}
