/**
 * A domain's physical-to-machine map: what each gfn is, and how that is changed.
 *
 * Reference: xen/arch/x86/mm/p2m.c.
 */

import { errnoOf, XenError } from '../abi/errno.js';
import { gfn as toGfn, hex, INVALID_MFN, type Gfn, type Mfn, type Order } from '../abi/frames.js';
import type { P2mAccess } from '../abi/p2m-access.js';
import { isSpecial, P2MT, p2mTypeName, type P2mType } from '../abi/p2m-type.js';
import { XenBug } from '../abi/xen-bug.js';
import { MemoryTypes } from '../ept/ept-memory-type.js';
import { resolveMisconfig } from '../ept/ept-misconfig.js';
import { EptPermissions } from '../ept/ept-permissions.js';
import { setEntry } from '../ept/ept-set-entry.js';
import { setRun } from '../ept/ept-set-run.js';
import { EptTables } from '../ept/ept-tables.js';
import { PageTablePool } from '../ept/page-table-pool.js';
import type { TablePages } from '../ept/table-pages.js';
import { Lock } from '../schedule/lock.js';
import { DEFAULT_FEATURES, type EptFeatures } from './ept-features.js';
import { IoreqClaim } from './ioreq-claim.js';
import { LogDirty } from './log-dirty.js';
import { P2mLookup, type P2mEntry } from './p2m-lookup.js';
import { PopulateOnDemand } from './populate-on-demand.js';
import { largestSupported, setPages } from './set-pages.js';

/** What the map needs of the domain and of the machine. */
export interface P2mHooks {
  mfnValid(mfn: number): boolean;
  frameHasOwner(mfn: number): boolean;
  /** Machine frames for populating on demand; undefined when there are none. */
  allocateFrames(order: Order): Mfn | undefined;
  crashDomain(why: string): void;
  /** Other vcpus may still misconfigure on an entry that has been resolved. */
  onResolved(): void;
  /** Gfns have another type; where `from` is given, those of them that had that one. */
  onTypes?(first: number, nr: number, to: P2mType, from?: P2mType, access?: P2mAccess): void;
  /** An ioreq server has claimed the type ioreq_server; undefined: it has been given back. */
  onClaim?(ioservid: number | undefined, flags: number): void;
}

export type { P2mEntry } from './p2m-lookup.js';

export class P2m {
  readonly tables: EptTables;
  /** As gfn_lock() takes it: for the whole map. */
  readonly lock = new Lock('p2m_lock', { recursive: true });
  readonly memoryTypes = new MemoryTypes();
  readonly logDirty: LogDirty;
  readonly claim: IoreqClaim;
  readonly pod: PopulateOnDemand;
  readonly features: EptFeatures;
  readonly #hooks: P2mHooks;
  readonly #lookup: P2mLookup;

  constructor(pages: TablePages, hooks: P2mHooks, features: EptFeatures = DEFAULT_FEATURES) {
    this.features = features;
    this.logDirty = new LogDirty(features.rangesStretchOnRemove);
    this.#hooks = hooks;
    this.tables = new EptTables({
      pool: new PageTablePool(pages),
      permissions: new EptPermissions(features),
      memoryTypes: this.memoryTypes,
      layout: features.layout,
      adBits: features.adBits,
      policy: {
        ioreqServerOwned: () => this.claim.owner !== undefined,
        logDirtyCoverage: (first, last) => this.logDirty.coverage(first, last),
        mfnValid: (mfn) => hooks.mfnValid(mfn),
        frameHasOwner: (mfn) => hooks.frameHasOwner(mfn),
        onResolved: () => {
          hooks.onResolved();
        },
      },
    });
    this.tables.permissions.ioreqWritesForwarded = features.ioreqPagesReadonly;
    this.#lookup = new P2mLookup(this.tables);
    this.claim = new IoreqClaim(this.tables, features.entryCountGuard, (owner, flags) =>
      hooks.onClaim?.(owner, flags),
    );
    this.pod = new PopulateOnDemand(this, (order) => hooks.allocateFrames(order));
  }

  /** Highest gfn that was ever mapped; it never shrinks. */
  get maxMappedGfn(): Gfn {
    return toGfn(this.tables.maxMappedGfn);
  }

  /** 4 KiB entries of type ioreq_server, as Xen counts them. */
  get entryCount(): number {
    return this.tables.ioreqEntries;
  }

  get defaultAccess(): P2mAccess {
    return this.tables.defaultAccess;
  }

  set defaultAccess(access: P2mAccess) {
    this.tables.defaultAccess = access;
  }

  /** What has been done to types other than by setting pages. */
  noteTypes(first: number, nr: number, to: P2mType, from?: P2mType, access?: P2mAccess): void {
    this.#hooks.onTypes?.(first, nr, to, from, access);
  }

  crashDomain(why: string): void {
    this.#hooks.crashDomain(why);
  }

  /** Do something under the p2m lock: what it has to flush is flushed once, at the end. */
  locked<T>(body: () => T): T {
    this.tables.lock();
    try {
      return body();
    } finally {
      this.tables.unlock();
    }
  }

  /** The type of a gfn, pending marks applied; a hole is mmio_dm. */
  typeOf(gfn: number): P2mType {
    return this.#lookup.typeOf(gfn);
  }

  /** What a gfn is, without populating or changing anything. */
  query(gfn: number): P2mEntry {
    return this.#lookup.query(gfn);
  }

  /** For one who is about to use the page: as `populated`, and broken memory crashes the domain. */
  acquire(gfn: number): P2mEntry {
    const entry = this.populated(gfn);
    if (entry.type !== P2MT.ram_broken) return entry;
    this.crashDomain(`gfn ${hex(gfn)} is broken memory`);
    return { ...entry, mfn: INVALID_MFN };
  }

  /** As `query`, but memory that is not there yet is populated; a hole where it cannot be. */
  populated(gfn: number): P2mEntry {
    let entry = this.query(gfn);
    let recalc = this.#lookup.metRecalc;
    while (entry.type === P2MT.populate_on_demand) {
      if (!this.pod.populate(gfn, entry.order)) return { ...entry, type: P2MT.mmio_dm };
      entry = this.#lookup.query(gfn, recalc);
      recalc ||= this.#lookup.metRecalc;
    }
    return entry;
  }

  /**
   * Map `2^order` gfns, by the largest pages that their alignment allows. What follows a part that
   * failed is done all the same; the last failure is thrown: ENOMEM, EBUSY, EINVAL.
   */
  set(gfn: number, mfn: number, order: number, type: P2mType, access: P2mAccess): void {
    const rc = this.trySet(gfn, mfn, order, type, access);
    if (rc !== 0) throw failed(rc, gfn);
  }

  /** The same for one who has his own answer to a failure: 0 or a negative errno. */
  trySet(gfn: number, mfn: number, order: number, type: P2mType, access: P2mAccess): number {
    const run = { gfn, mfn, order, type, access };
    const rc = this.locked(() => setPages(this.tables, this.features, run));
    if (rc === 0) this.#hooks.onTypes?.(gfn, 2 ** order, type, undefined, access);
    return rc;
  }

  /** RAM of the domain's default access at `nr` gfns, by mappings of `2^order` pages if the CPU has such; ENOMEM. */
  setRam(gfn: number, mfn: number, nr: number, order: Order): void {
    const size = largestSupported(this.features, order);
    const run = { gfn, mfn, count: nr / 2 ** size, order: size, access: this.defaultAccess };
    const rc = this.locked(() => setRun(this.tables, run));
    if (rc !== 0) throw failed(rc, gfn);
    this.#hooks.onTypes?.(gfn, nr, P2MT.ram_rw, undefined, this.defaultAccess);
  }

  /** Map one 4 KiB page, or unmap it with INVALID_MFN. */
  setPage(gfn: number, mfn: number, type: P2mType, access: P2mAccess): void {
    const rc = this.trySetPage(gfn, mfn, type, access);
    if (rc !== 0) throw failed(rc, gfn);
  }

  /** As `trySet`, for one page. */
  trySetPage(gfn: number, mfn: number, type: P2mType, access: P2mAccess): number {
    const rc = setEntry(this.tables, { gfn, mfn, order: 0, type, access });
    if (rc === 0) this.#hooks.onTypes?.(gfn, 1, type, undefined, access);
    return rc;
  }

  /** EBUSY if the gfn is not of type `from`; its access goes back to the domain's default. */
  changeTypeOne(gfn: number, from: P2mType, to: P2mType): void {
    if (isSpecial(from) || isSpecial(to))
      throw new XenBug(`${p2mTypeName(from)} to ${p2mTypeName(to)}: a special type is left alone`);
    const { type, mfn } = this.query(gfn);
    if (type !== from)
      throw new XenError(
        'EBUSY',
        `gfn ${hex(gfn)} is ${p2mTypeName(type)}, not ${p2mTypeName(from)}`,
      );
    this.setPage(gfn, mfn, to, this.defaultAccess);
  }

  /**
   * An EPT misconfiguration on a gfn: resolve it. False where nothing explains it, and then Xen
   * crashes the domain. Source: xen/arch/x86/mm/p2m-ept.c, ept_handle_misconfig().
   */
  handleMisconfig(gfn: number, vcpu: { spuriousMisconfig: boolean }): boolean {
    const spurious = vcpu.spuriousMisconfig;
    const rc = resolveMisconfig(this.tables, gfn);
    vcpu.spuriousMisconfig = false;
    return spurious ? rc >= 0 : rc > 0;
  }

  /** p2m_teardown(): every page has left. */
  clear(): void {
    this.tables.clear();
  }

  destroy(): void {
    this.tables.destroy();
  }
}

const failed = (rc: number, gfn: number): XenError =>
  new XenError(errnoOf(rc), `gfn ${hex(gfn)} could not be mapped`);
