/**
 * The digests of the recordings, over the raw entries in walk order: an entry, then the table that
 * it points to, then the next. Frames of tables count as 0.
 */

import { HI, MFN_SHIFT } from '../../hypervisor/ept/ept-entry.js';
import { isTable, TOP_LEVEL, type EptTables } from '../../hypervisor/ept/ept-tables.js';
import { TABLE_SHIFT, WORDS_PER_TABLE } from '../../hypervisor/ept/table-pages.js';

export interface TableCounts {
  /** Live tables by level, 3 first. */
  readonly tables: readonly number[];
  /** Leaf entries that are not empty. */
  readonly nleaf: number;
  /** The 32-bit digest of all entries that are not empty. */
  readonly w32: string;
}

const FNV32_PRIME = 16777619;
const FNV32_OFFSET = 0x811c_9dc5;
const TABLE_BITS = (1 << MFN_SHIFT) - 1;

const isEmpty = (lo: number, hi: number) => lo === 0 && (hi & ~HI.SUPPRESS_VE) === 0;

export function countTables(tables: EptTables): TableCounts {
  const live = [0, 0, 0, 0];
  let nleaf = 0;
  let digest = FNV32_OFFSET;
  visitTable(tables, tables.root, TOP_LEVEL, 0, {
    table: (level) => {
      live[TOP_LEVEL - level] = (live[TOP_LEVEL - level] ?? 0) + 1;
    },
    entry: (level, gfn, lo, hi, leads) => {
      if (!leads) nleaf++;
      digest = Math.imul(digest ^ level, FNV32_PRIME);
      digest = Math.imul(digest ^ gfn, FNV32_PRIME);
      digest = Math.imul(digest ^ lo, FNV32_PRIME);
      digest = Math.imul(digest ^ hi, FNV32_PRIME);
    },
  });
  return { tables: live, nleaf, w32: hexOf(digest, 8) };
}

/**
 * FNV-1a of 64 bits over level, first gfn and raw entry: `digf` over every entry of every table,
 * `dig` over those that are not empty.
 */
export function digestTables(tables: EptTables): { dig: string; digf: string } {
  const dig = new Fnv64();
  const digf = new Fnv64();
  visitTable(tables, tables.root, TOP_LEVEL, 0, {
    entry: (level, gfn, lo, hi) => {
      dig.entry(level, gfn, lo, hi);
      digf.entry(level, gfn, lo, hi);
    },
    empty: (level, gfn, hi) => {
      digf.entry(level, gfn, 0, hi);
    },
  });
  return { dig: dig.text, digf: digf.text };
}

interface Visitor {
  table?(level: number): void;
  entry(level: number, gfn: number, lo: number, hi: number, leads: boolean): void;
  empty?(level: number, gfn: number, hi: number): void;
}

/** All entries of a table, each before the table that it leads to; frames of tables are 0. */
function visitTable(
  tables: EptTables,
  table: number,
  level: number,
  firstGfn: number,
  visitor: Visitor,
): void {
  visitor.table?.(level);
  const { words } = tables.pages;
  const at = table << TABLE_SHIFT;
  const span = 2 ** (9 * level);
  for (let word = at, gfn = firstGfn; word < at + WORDS_PER_TABLE; word += 2, gfn += span) {
    const lo = words[word] ?? 0;
    const hi = words[word + 1] ?? 0;
    if (isEmpty(lo, hi)) visitor.empty?.(level, gfn, hi);
    else if (level > 0 && isTable(lo)) {
      visitor.entry(level, gfn, lo & TABLE_BITS, hi & ~HI.MFN, true);
      visitTable(tables, lo >>> MFN_SHIFT, level - 1, gfn, visitor);
    } else visitor.entry(level, gfn, lo, hi, false);
  }
}

/** FNV-1a in two halves: the prime is 2^40 + 0x1b3. */
class Fnv64 {
  #hi = 0xcbf2_9ce4 | 0;
  #lo = 0x8422_2325 | 0;

  get text(): string {
    return hexOf(this.#hi, 8) + hexOf(this.#lo, 8);
  }

  entry(level: number, gfn: number, lo: number, hi: number): void {
    this.#byte(level);
    this.#word(gfn | 0);
    this.#word(Math.floor(gfn / 2 ** 32));
    this.#word(lo);
    this.#word(hi);
  }

  #word(word: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.#byte((word >>> shift) & 0xff);
  }

  /** The low half times 0x1b3 in two pieces of 16 bits, so that all stays within 32-bit integers. */
  #byte(byte: number): void {
    const lo = this.#lo ^ byte;
    const low = (lo & 0xffff) * 0x1b3;
    const high = (lo >>> 16) * 0x1b3 + (low >>> 16);
    this.#lo = (high << 16) | (low & 0xffff);
    this.#hi = (Math.imul(this.#hi, 0x1b3) + (high >>> 16) + (lo << 8)) | 0;
  }
}

const hexOf = (word: number, digits: number) => (word >>> 0).toString(16).padStart(digits, '0');
