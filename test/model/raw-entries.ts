/** What the tables say, read off their 64-bit entries one by one, by nothing of the code that wrote them. */

import type { Domain } from '../../src/hypervisor/domain.js';

const ENTRIES = 512;
const WORDS = 1024;
const IOREQ_SERVER = 15;
const [R, W, X] = [1, 2, 4];
const SUPERPAGE = 1 << 7;
const RECALC = 1 << 10;

/**
 * What a type lets the guest do, by its number; one that is not here lets it do nothing. An entry of
 * ioreq_server that is written while nobody owns the type permits writes as well.
 */
const PERMITTED = new Map([
  [0, R | W | X],
  [2, R | X],
  [3, R | X],
  [IOREQ_SERVER, R],
]);
const RESTRICTED = [0, R, W, R | W, X, R | X, W | X, R | W | X, R | X, 0];

export interface RawCount {
  /** Entries of 4 KiB that are ioreq_server. */
  ioreqEntries: number;
  /** What is wrong, in words. */
  readonly faults: string[];
}

/** When a frame was last seen mapped, by its number modulo 2^20: more are never in use here. */
const seen = new Uint32Array(2 ** 20);
let reading = 0;

export function readEntries(domain: Domain): RawCount {
  const count: RawCount = { ioreqEntries: 0, faults: [] };
  const { root, pages } = domain.p2m.tables;
  reading++;
  readTable(pages.words, root, 3, 0, count);
  return count;
}

/** The entry of a gfn, or one above it, is to be computed anew. */
export function isMarked(domain: Domain, gfn: number): boolean {
  const { root, pages } = domain.p2m.tables;
  let table = root;
  for (let level = 3; level >= 0; level--) {
    const lo = pages.words[table * WORDS + 2 * (Math.floor(gfn / ENTRIES ** level) % ENTRIES)]!;
    if ((lo & RECALC) !== 0) return true;
    if ((lo & SUPERPAGE) !== 0 || lo >>> 12 === 0) return false;
    table = lo >>> 12;
  }
  return false;
}

function readTable(
  words: Uint32Array,
  table: number,
  level: number,
  firstGfn: number,
  count: RawCount,
): void {
  for (let index = 0; index < ENTRIES; index++) {
    const at = table * WORDS + 2 * index;
    const [lo, hi] = [words[at]!, words[at + 1]!];
    if (lo === 0 && hi === 0) continue;
    const gfn = firstGfn + index * ENTRIES ** level;
    const isLeaf = level === 0 || (lo & SUPERPAGE) !== 0;
    if (isLeaf) readLeaf(lo, hi, level, gfn, count);
    else if (lo >>> 12 !== 0) readTable(words, lo >>> 12, level - 1, gfn, count);
  }
}

function readLeaf(lo: number, hi: number, level: number, gfn: number, count: RawCount): void {
  const type = (hi >>> 20) & 0x3f;
  const access = (hi >>> 26) & 0xf;
  const mfn = (hi & 0xfffff) * 2 ** 20 + (lo >>> 12);
  if (mfn === 0) return;
  if (type === IOREQ_SERVER && level === 0) count.ioreqEntries++;

  const permitted = (PERMITTED.get(type) ?? 0) & RESTRICTED[access]!;
  const asUnowned = type === IOREQ_SERVER ? (R | W) & RESTRICTED[access]! : permitted;
  if ((lo & 7) !== permitted && (lo & 7) !== asUnowned)
    count.faults.push(`gfn ${gfn} of type ${type}, access ${access} permits ${lo & 7}`);
  for (let page = 0; page < ENTRIES ** level; page++) {
    const frame = (mfn + page) % seen.length;
    if (seen[frame] === reading) count.faults.push(`gfn ${gfn + page} shares mfn ${mfn + page}`);
    seen[frame] = reading;
  }
}
