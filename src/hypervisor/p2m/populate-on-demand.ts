/**
 * Memory that a domain gets at its first access, out of a cache smaller than what it may see.
 *
 * Reference: xen/arch/x86/mm/p2m-pod.c. Zero pages of the guest are not reclaimed into an empty
 * cache as Xen does: a domain that outruns its cache crashes.
 */

import { XenError } from '../abi/errno.js';
import { hex, INVALID_MFN, type Mfn, type Order } from '../abi/frames.js';
import type { P2mAccess } from '../abi/p2m-access.js';
import { P2MT, type P2mType } from '../abi/p2m-type.js';
import type { LogDirty } from './log-dirty.js';
import type { P2mEntry } from './p2m-lookup.js';

const SUPERPAGE = 512;

/** What it needs of the map that it populates. */
export interface PopulatedMap {
  readonly memoryTypes: { readonly cacheFlushPermitted: boolean };
  readonly logDirty: Pick<LogDirty, 'mark'>;
  readonly defaultAccess: P2mAccess;
  query(gfn: number): P2mEntry;
  set(gfn: number, mfn: number, order: number, type: P2mType, access: P2mAccess): void;
  trySet(gfn: number, mfn: number, order: number, type: P2mType, access: P2mAccess): number;
  crashDomain(why: string): void;
}

export class PopulateOnDemand {
  readonly #p2m: PopulatedMap;
  readonly #allocate: (order: Order) => Mfn | undefined;
  readonly #superpages: number[] = [];
  readonly #singles: number[] = [];
  /** 4 KiB pages that are marked and not populated. */
  entryCount = 0;
  /** 4 KiB pages in the cache. */
  cached = 0;

  constructor(p2m: PopulatedMap, allocate: (order: Order) => Mfn | undefined) {
    this.#p2m = p2m;
    this.#allocate = allocate;
  }

  /**
   * Mark `2^order` gfns, which must be holes or so marked already (EBUSY). ENOTEMPTY where the
   * domain may flush caches; a failure within a superpage crashes the domain.
   */
  mark(gfn: number, order: number): void {
    if (this.#p2m.memoryTypes.cacheFlushPermitted)
      throw new XenError('ENOTEMPTY', 'the domain has device memory');
    const chunk = Math.min(alignment(gfn), order);
    for (let at = gfn; at < gfn + 2 ** order; at += 2 ** chunk) this.#markAligned(at, chunk);
  }

  /** A marked page becomes a hole. */
  unmark(gfn: number): void {
    this.#p2m.set(gfn, INVALID_MFN, 0, P2MT.invalid, this.#p2m.defaultAccess);
    this.entryCount--;
  }

  /** Fill the cache up to `pages`, by superpages where so many are lacking; ENOMEM. */
  fill(pages: number, superpagesFirst = true): void {
    while (this.cached < pages) {
      const order = superpagesFirst && pages - this.cached >= SUPERPAGE ? 9 : 0;
      const mfn = this.#allocate(order);
      if (mfn === undefined) throw new XenError('ENOMEM', 'no machine frames for the cache');
      (order === 9 ? this.#superpages : this.#singles).push(mfn);
      this.cached += 2 ** order;
    }
  }

  /**
   * Populate the mapping of `2^order` pages around a gfn: true if a look-up should be tried again.
   * Superpages for which the cache has no frames are marked anew in smaller pieces.
   */
  populate(gfn: number, order: number): boolean {
    const first = gfn - (gfn % 2 ** order);
    if (order === 18) return this.#markSmaller(first, 9);
    if (this.cached === 0) {
      this.#p2m.crashDomain(`gfn ${hex(gfn)}: the populate-on-demand cache is empty`);
      return false;
    }
    const mfn = this.#take(order);
    if (mfn === undefined) return this.#markSmaller(first, 0);
    if (this.#p2m.trySet(first, mfn, order, P2MT.ram_rw, this.#p2m.defaultAccess) !== 0) {
      (order === 9 ? this.#superpages : this.#singles).push(mfn);
      this.cached += 2 ** order;
      return false;
    }
    for (let page = 0; page < 2 ** order; page++) this.#p2m.logDirty.mark(first + page);
    this.entryCount -= 2 ** order;
    return true;
  }

  /** All that it holds, as plain data: `restore` makes another like it. */
  save() {
    return {
      superpages: [...this.#superpages],
      singles: [...this.#singles],
      entryCount: this.entryCount,
      cached: this.cached,
    };
  }

  restore({ superpages, singles, ...counts }: ReturnType<PopulateOnDemand['save']>): void {
    this.#superpages.push(...superpages);
    this.#singles.push(...singles);
    Object.assign(this, counts);
  }

  #take(order: number): number | undefined {
    if (order === 0 && this.#singles.length === 0) this.#breakUpSuperpage();
    const mfn = (order === 9 ? this.#superpages : this.#singles).shift();
    if (mfn !== undefined) this.cached -= 2 ** order;
    return mfn;
  }

  #breakUpSuperpage(): void {
    const first = this.#superpages.shift();
    if (first === undefined) return;
    for (let page = 0; page < SUPERPAGE; page++) this.#singles.push(first + page);
  }

  /** One entry of the smaller size splits all of the larger. */
  #markSmaller(first: number, order: number): boolean {
    const { defaultAccess } = this.#p2m;
    const type = P2MT.populate_on_demand;
    return this.#p2m.trySet(first, INVALID_MFN, order, type, defaultAccess) === 0;
  }

  #markAligned(gfn: number, order: number): void {
    const already = this.#countMarked(gfn, order);
    try {
      const { defaultAccess } = this.#p2m;
      this.#p2m.set(gfn, INVALID_MFN, order, P2MT.populate_on_demand, defaultAccess);
    } catch (error) {
      if (order > 0) this.#p2m.crashDomain(`gfn ${hex(gfn)} could not be marked for populating`);
      throw error;
    }
    this.entryCount += 2 ** order - already;
  }

  #countMarked(gfn: number, order: number): number {
    let marked = 0;
    for (let page = 0; page < 2 ** order;) {
      const entry = this.#p2m.query(gfn + page);
      const pages = 2 ** Math.min(order, entry.order);
      if (entry.type === P2MT.populate_on_demand) marked += pages;
      else if (entry.type !== P2MT.mmio_dm)
        throw new XenError('EBUSY', `gfn ${hex(gfn + page)} is in use`);
      page += pages;
    }
    return marked;
  }
}

/** log2 of the largest power of two that divides `n`, up to 40. */
function alignment(n: number): number {
  let order = 0;
  while (order < 40 && n % 2 ** (order + 1) === 0) order++;
  return order;
}
