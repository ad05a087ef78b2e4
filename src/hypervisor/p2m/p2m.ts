/**
 * A domain's physical-to-machine map: what each gfn is, and how that is changed.
 *
 * Reference: xen/arch/x86/mm/p2m.c.
 */

import { XenError, type Errno, ERRNO } from '../abi/errno.js';
import {
  gfn as toGfn,
  hex,
  INVALID_MFN,
  mfn as toMfn,
  type Gfn,
  type Mfn,
  type Order,
} from '../abi/frames.js';
import { P2MA, type P2mAccess } from '../abi/p2m-access.js';
import { isChangeable, isSpecial, P2MT, p2mTypeName, type P2mType } from '../abi/p2m-type.js';
import { XenBug } from '../abi/xen-bug.js';
import { typeOf } from '../ept/ept-entry.js';
import { EptCursor, findEntry, FOUND } from '../ept/ept-find.js';
import { MemoryTypes } from '../ept/ept-memory-type.js';
import { resolveMisconfig } from '../ept/ept-misconfig.js';
import { EptPermissions } from '../ept/ept-permissions.js';
import { setEntry } from '../ept/ept-set-entry.js';
import { EptTables } from '../ept/ept-tables.js';
import { PageTablePool } from '../ept/page-table-pool.js';
import type { TablePages } from '../ept/table-pages.js';
import type { EptEntryLayout } from '../ept/ept-entry.js';
import { IoreqClaim } from './ioreq-claim.js';
import { LogDirty } from './log-dirty.js';
import { PopulateOnDemand } from './populate-on-demand.js';

export interface EptFeatures {
  readonly adBits: boolean;
  readonly execSuperpages: boolean;
  readonly superpages2m: boolean;
  readonly superpages1g: boolean;
  readonly layout: EptEntryLayout;
  /** A claim waits until the entries of the owner before it are gone. */
  readonly entryCountGuard: boolean;
  /** Log-dirty ranges have the fault of Xen's rangesets up to 4.17. */
  readonly rangesStretchOnRemove: boolean;
}

export const DEFAULT_FEATURES: EptFeatures = {
  adBits: true,
  execSuperpages: true,
  superpages2m: true,
  superpages1g: true,
  layout: 'access_58',
  entryCountGuard: true,
  rangesStretchOnRemove: true,
};

/** What the map needs of the domain and of the machine. */
export interface P2mHooks {
  mfnValid(mfn: number): boolean;
  frameHasOwner(mfn: number): boolean;
  /** Machine frames for populating on demand; undefined when there are none. */
  allocateFrames(order: Order): Mfn | undefined;
  crashDomain(why: string): void;
  /** Other vcpus may still misconfigure on an entry that has been resolved. */
  onResolved(): void;
}

export interface P2mEntry {
  readonly type: P2mType;
  readonly access: P2mAccess;
  /** INVALID_MFN where nothing is behind the gfn. */
  readonly mfn: Mfn;
  /** log2 of the pages in the mapping, or in the hole, around the gfn. */
  readonly order: number;
  readonly suppressVe: boolean;
}

const HOLE = { type: P2MT.mmio_dm, access: P2MA.n, mfn: INVALID_MFN, suppressVe: true } as const;

export class P2m {
  readonly tables: EptTables;
  readonly memoryTypes = new MemoryTypes();
  readonly logDirty: LogDirty;
  readonly claim: IoreqClaim;
  readonly pod: PopulateOnDemand;
  readonly features: EptFeatures;
  readonly #hooks: P2mHooks;
  readonly #cursor = new EptCursor();

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
    this.claim = new IoreqClaim(this.tables, features.entryCountGuard);
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
    const cursor = this.#cursor;
    const found = findEntry(this.tables, gfn, cursor);
    if (found === FOUND.leaf) return this.#recalculated(cursor, gfn);
    return found === FOUND.pod ? P2MT.populate_on_demand : P2MT.mmio_dm;
  }

  /** What a gfn is, without populating or changing anything. */
  query(gfn: number): P2mEntry {
    const found = findEntry(this.tables, gfn, this.#cursor);
    return this.#entry(found, gfn, this.#cursor.recalc);
  }

  /** For one who is about to use the page: as `populated`, and broken memory crashes the domain. */
  acquire(gfn: number): P2mEntry {
    const entry = this.populated(gfn);
    if (entry.type !== P2MT.ram_broken) return entry;
    this.crashDomain(`gfn ${hex(gfn)} is broken memory`);
    return { ...entry, mfn: INVALID_MFN };
  }

  /** As `query`, but memory that is not there yet is populated. */
  populated(gfn: number): P2mEntry {
    const cursor = this.#cursor;
    let found = findEntry(this.tables, gfn, cursor);
    let recalc = cursor.recalc;
    while (found === FOUND.pod) {
      const order = 9 * cursor.level;
      if (!this.pod.populate(gfn, order)) return { ...HOLE, order };
      found = findEntry(this.tables, gfn, cursor);
      recalc ||= cursor.recalc;
    }
    return this.#entry(found, gfn, recalc);
  }

  /**
   * Map `2^order` gfns, by the largest pages that their alignment allows. What follows a part that
   * failed is done all the same; the last failure is thrown: ENOMEM, EBUSY, EINVAL.
   */
  set(gfn: number, mfn: number, order: number, type: P2mType, access: P2mAccess): void {
    const failure = this.locked(() => this.#setAll(gfn, mfn, order, type, access));
    if (failure !== 0) throw failed(failure, gfn);
  }

  #setAll(gfn: number, mfn: number, order: number, type: P2mType, access: P2mAccess): number {
    const end = gfn + 2 ** order;
    let failure = 0;
    for (let at = gfn, frame = mfn; at < end;) {
      const step = this.#largestOrder(at, frame, end - at);
      const rc = setEntry(this.tables, { gfn: at, mfn: frame, order: step, type, access });
      if (rc !== 0) failure = rc;
      at += 2 ** step;
      if (frame !== INVALID_MFN) frame += 2 ** step;
    }
    return failure;
  }

  /** Map one 4 KiB page, or unmap it with INVALID_MFN. */
  setPage(gfn: number, mfn: number, type: P2mType, access: P2mAccess): void {
    const rc = this.trySetPage(gfn, mfn, type, access);
    if (rc !== 0) throw failed(rc, gfn);
  }

  /** The same for one whom a failure does not concern: 0 or a negative errno. */
  trySetPage(gfn: number, mfn: number, type: P2mType, access: P2mAccess): number {
    return setEntry(this.tables, { gfn, mfn, order: 0, type, access });
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

  destroy(): void {
    this.tables.destroy();
  }

  #largestOrder(gfn: number, mfn: number, pages: number): Order {
    const aligned = (size: number) =>
      gfn % size === 0 && pages >= size && (mfn === INVALID_MFN || mfn % size === 0);
    if (this.features.superpages1g && aligned(0x4_0000)) return 18;
    return this.features.superpages2m && aligned(512) ? 9 : 0;
  }

  #entry(found: number, gfn: number, recalc: boolean): P2mEntry {
    const cursor = this.#cursor;
    const order = 9 * cursor.level;
    if (found === FOUND.pod) return { ...HOLE, type: P2MT.populate_on_demand, order };
    if (found === FOUND.hole) return { ...HOLE, order };
    cursor.recalc = recalc;
    return {
      type: this.#recalculated(cursor, gfn),
      access: this.tables.accessOf(cursor.hi) as P2mAccess,
      mfn: toMfn(cursor.mfnOf(gfn)),
      order,
      suppressVe: cursor.hi < 0,
    };
  }

  #recalculated({ recalc, hi }: EptCursor, gfn: number): P2mType {
    const type = typeOf(hi) as P2mType;
    if (!recalc || !isChangeable(type)) return type;
    if (type === P2MT.ioreq_server && this.claim.owner !== undefined) return type;
    return this.logDirty.coverage(gfn, gfn) === 0 ? P2MT.ram_rw : P2MT.ram_logdirty;
  }
}

const NAME_OF_RC = new Map(
  Object.entries(ERRNO).map(([name, number]) => [-number, name as Errno] as const),
);

export const failed = (rc: number, gfn: number): XenError =>
  new XenError(NAME_OF_RC.get(rc) ?? 'EIO', `gfn ${hex(gfn)} could not be mapped`);
