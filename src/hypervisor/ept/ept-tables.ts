/**
 * One domain's EPT: a tree of tables below a root, four levels of them.
 *
 * Levels count as Xen's do: 3 is the root (an entry covers 512 GiB), 2 covers 1 GiB an entry, 1
 * covers 2 MiB, 0 covers 4 KiB. The entries are the only state: type, access, frame and marks of
 * every page are read from them.
 *
 * Reference: SDM volume 3C, 29.3.2; xen/arch/x86/mm/p2m-ept.c.
 */

import { P2MA, type P2mAccess } from '../abi/p2m-access.js';
import { P2MT } from '../abi/p2m-type.js';
import {
  ACCESS_MASK,
  ACCESS_SHIFT,
  HI,
  LO,
  MFN_SHIFT,
  typeOf,
  type EptEntryLayout,
} from './ept-entry.js';
import type { MemoryTypes } from './ept-memory-type.js';
import type { EptPermissions } from './ept-permissions.js';
import type { PageTablePool } from './page-table-pool.js';
import { NO_TABLE, TABLE_SHIFT, WORDS_PER_TABLE, type TablePages } from './table-pages.js';

export const TOP_LEVEL: number = 3;
export const LEVEL_BITS = 9;
/** Gfns that four levels can translate. */
export const GFN_LIMIT = 2 ** 36;

/** How much of a range is write-protected to see its first writes. */
export const LOG_DIRTY = { none: 0, all: 1, part: -1 } as const;
export type LogDirtyCoverage = (typeof LOG_DIRTY)[keyof typeof LOG_DIRTY];

/** What the tables ask of the map that they implement. */
export interface EptPolicy {
  /** An ioreq server owns the type ioreq_server. */
  ioreqServerOwned(): boolean;
  logDirtyCoverage(first: number, last: number): LogDirtyCoverage;
  mfnValid(mfn: number): boolean;
  /** Someone owns the machine frame, so that it may be mapped as foreign. */
  frameHasOwner(mfn: number): boolean;
  /** Entries were resolved: other vcpus may still fault on what they have cached. */
  onResolved(): void;
}

export interface EptOptions {
  readonly pool: PageTablePool;
  readonly permissions: EptPermissions;
  readonly memoryTypes: MemoryTypes;
  readonly policy: EptPolicy;
  readonly layout: EptEntryLayout;
  readonly adBits: boolean;
}

export class EptTables {
  readonly pool: PageTablePool;
  readonly pages: TablePages;
  readonly permissions: EptPermissions;
  readonly memoryTypes: MemoryTypes;
  readonly policy: EptPolicy;
  readonly layout: EptEntryLayout;
  readonly accessShift: number;
  root: number;
  /** Access that new middle entries carry; hardware never looks at it. */
  defaultAccess: P2mAccess = P2MA.rwx;
  /** Highest gfn that was ever mapped; it never shrinks. */
  maxMappedGfn = 0;
  /** 4 KiB entries of type ioreq_server, as Xen counts them. */
  ioreqEntries = 0;
  /** Those of them that a superpage has replaced: Xen goes on counting them for ever. */
  forgottenIoreqEntries = 0;
  /** References held on foreign frames. */
  foreignReferences = 0;
  /** EPT invalidations carried out. */
  flushes = 0;
  #lockDepth = 0;
  #flushDeferred = false;
  readonly #middleLo: number;
  readonly #middleHi: number;

  constructor({ pool, permissions, memoryTypes, policy, layout, adBits }: EptOptions) {
    this.pool = pool;
    this.pages = pool.pages;
    this.permissions = permissions;
    this.memoryTypes = memoryTypes;
    this.policy = policy;
    this.layout = layout;
    this.accessShift = ACCESS_SHIFT[layout];
    this.#middleLo = LO.RWX | (adBits ? LO.A : 0);
    this.#middleHi = (HI.SUPPRESS_VE | (this.pages.base / 2 ** 20)) >>> 0;
    this.root = pool.allocate();
    if (this.root === NO_TABLE) throw new RangeError('no page is left for the root table');
    const at = this.root << TABLE_SHIFT;
    this.pages.words.fill(0, at, at + WORDS_PER_TABLE);
  }

  /** Take the p2m lock, which nests: flushes wait until it is given back. */
  lock(): void {
    this.#lockDepth++;
  }

  unlock(): void {
    if (--this.#lockDepth === 0) this.#flushDeferredNow();
  }

  /** Invalidate what CPUs have cached of these tables, at once or at the end of the lock. */
  flush(): void {
    if (this.#lockDepth === 0) this.flushes++;
    else this.#flushDeferred = true;
  }

  /** A table of empty entries, or `NO_TABLE`. */
  newTable(): number {
    const table = this.pool.allocate();
    if (table === NO_TABLE) return NO_TABLE;
    const { words } = this.pages;
    const at = table << TABLE_SHIFT;
    for (let word = at; word < at + WORDS_PER_TABLE; word += 2) {
      words[word] = 0;
      words[word + 1] = HI.SUPPRESS_VE;
    }
    return table;
  }

  /** Low word of an entry that points to a table. */
  middleLo(table: number): number {
    return (this.#middleLo | (table << MFN_SHIFT)) >>> 0;
  }

  /** High word of an entry that points to a table. */
  middleHi(): number {
    return (this.#middleHi | (this.defaultAccess << this.accessShift)) >>> 0;
  }

  accessOf(hi: number): number {
    return (hi >>> this.accessShift) & ACCESS_MASK;
  }

  /** Give back the tables below an entry at `level`. */
  freeBelow(lo: number, level: number): void {
    if (level === 0 || !isTable(lo)) return;
    const table = lo >>> MFN_SHIFT;
    if (level > 1) {
      const { words } = this.pages;
      const at = table << TABLE_SHIFT;
      for (let word = at; word < at + WORDS_PER_TABLE; word += 2)
        this.freeBelow(words[word]!, level - 1);
    }
    this.#flushDeferredNow();
    this.pool.release(table);
  }

  /** Give back everything; the tables must not be used afterwards. */
  destroy(): void {
    this.clear();
    this.pool.release(this.root);
  }

  /** Nothing is mapped any more. */
  clear(): void {
    const { words } = this.pages;
    const at = this.root << TABLE_SHIFT;
    for (let word = at; word < at + WORDS_PER_TABLE; word += 2)
      this.freeBelow(words[word]!, TOP_LEVEL);
    words.fill(0, at, at + WORDS_PER_TABLE);
  }

  /** A page must not go back while CPUs may still walk it. */
  #flushDeferredNow(): void {
    if (!this.#flushDeferred) return;
    this.#flushDeferred = false;
    this.flushes++;
  }
}

/** The word of `gfn`'s entry within its table at `level`. */
export const entryWord = (gfn: number, level: number): number =>
  level < 2
    ? (((gfn & 0x3_ffff) >>> (level * LEVEL_BITS)) % 512) << 1
    : ((Math.floor(gfn / 0x4_0000) >>> ((level - 2) * LEVEL_BITS)) % 512) << 1;

export const isPresent = (lo: number): boolean => (lo & LO.RWX) !== 0;

/** Present, above the lowest level: whether it points to a table rather than mapping pages. */
export const isTable = (lo: number): boolean => (lo & LO.RWX) !== 0 && (lo & LO.SP) === 0;

/** Xen's notion of an entry that says something, present or not. */
export const isValid = (lo: number, hi: number): boolean =>
  (lo !== 0 || (hi & ~HI.SUPPRESS_VE) !== 0) && typeOf(hi) !== P2MT.invalid;
