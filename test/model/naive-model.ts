/**
 * What a domain's memory and its ioreq servers should be, kept in the simplest way that one can think
 * of: a Map of gfns, a list of servers, an owner. It knows nothing of tables, marks or superpages.
 */

export type NaiveType = 'ram_rw' | 'ram_logdirty' | 'ram_ro' | 'mmio_dm' | 'ioreq_server';
export type SettableType = Exclude<NaiveType, 'ram_logdirty'>;

export interface NaivePage {
  type: NaiveType;
  readonly mfn: number;
}

export interface NaiveServer {
  readonly id: number;
  enabled: boolean;
  /** It has been enabled at some time, so that its page says which ports are its vcpus'. */
  hasPorts: boolean;
  /** First and last byte of guest memory that it answers for. */
  range: readonly [first: number, last: number] | undefined;
}

/** Which types may become another; what is not here may not. */
const CHANGES: Readonly<Record<SettableType, readonly (NaiveType | 'hole')[]>> = {
  ram_rw: ['ram_rw', 'ram_logdirty', 'ram_ro', 'ioreq_server'],
  ram_ro: ['ram_rw', 'ram_logdirty', 'ram_ro'],
  mmio_dm: ['ram_rw', 'ram_logdirty', 'ram_ro', 'mmio_dm', 'hole'],
  ioreq_server: ['ram_rw'],
};

const MAX_SERVERS = 8;

export class NaiveModel {
  /** Pages that are there; what is not here is a hole. */
  readonly pages = new Map<number, NaivePage>();
  /** The first four bytes of frames, where they are known. */
  readonly words = new Map<number, number>();
  readonly servers = new Map<number, NaiveServer>();
  owner: number | undefined;
  logDirty = false;
  /** What is RAM is write-protected until its next write. A disclaim ends it, as in Xen, though log-dirty stays on. */
  watchesWrites = false;
  maxMappedGfn = 0;
  /** 4 KiB pages that the domain owns, whether or not it sees them. */
  owned = 0;
  /** Entries of ioreq_server pages that were replaced by a superpage, which Xen goes on counting. */
  forgotten = 0;

  typeOf = (gfn: number): NaiveType | 'hole' => this.pages.get(gfn)?.type ?? 'hole';

  ioreqServerPages(first: number, nr: number): number {
    let pages = 0;
    for (let gfn = first; gfn < first + nr; gfn++) if (this.typeOf(gfn) === 'ioreq_server') pages++;
    return pages;
  }

  map(first: number, nr: number, mfn: number): void {
    for (let page = 0; page < nr; page++)
      this.pages.set(first + page, { type: 'ram_rw', mfn: mfn + page });
    this.maxMappedGfn = Math.max(this.maxMappedGfn, first + nr - 1);
  }

  /** The errno of set_mem_type; the pages before one that refuses are changed. */
  setMemType(first: number, nr: number, to: SettableType): string | undefined {
    if (first + nr - 1 > this.maxMappedGfn) return 'EINVAL';
    if (to === 'ioreq_server' && this.owner === undefined) return 'EINVAL';
    for (let gfn = first; gfn < first + nr; gfn++) {
      if (!CHANGES[to].includes(this.typeOf(gfn))) return 'EINVAL';
      const page = this.pages.get(gfn);
      if (page) page.type = to;
    }
    return undefined;
  }

  /** The errno of map_mem_type, where `entries` are counted that an earlier owner has left. */
  mapMemType(id: number, flags: number, entries: number): string | undefined {
    if ((flags & ~2) !== 0) return 'EINVAL';
    if (!this.servers.has(id)) return 'ENOENT';
    if (flags === 0) {
      if (this.owner !== id) return 'EINVAL';
      this.owner = undefined;
      if (entries !== 0) this.recalculate(false);
      return undefined;
    }
    if (this.owner !== undefined || entries !== 0) return 'EBUSY';
    this.owner = id;
    return undefined;
  }

  /** Every page that may change lazily becomes what it has to be now. */
  recalculate(watchesWrites: boolean): void {
    this.watchesWrites = watchesWrites;
    for (const page of this.pages.values()) {
      const isKept = page.type === 'ioreq_server' && this.owner !== undefined;
      if (isKept || page.type === 'ram_ro' || page.type === 'mmio_dm') continue;
      page.type = this.#lazyType;
    }
  }

  get #lazyType(): NaiveType {
    return this.watchesWrites ? 'ram_logdirty' : 'ram_rw';
  }

  /** The id that the next server gets. */
  nextServer(): number | undefined {
    for (let id = 0; id < MAX_SERVERS; id++) if (!this.servers.has(id)) return id;
    return undefined;
  }

  /** Pages that are the owner's stay what they are, but for those that were to be looked at anew since it claimed. */
  destroyServer(id: number, isMarked: (gfn: number) => boolean): string | undefined {
    if (!this.servers.delete(id)) return 'ENOENT';
    if (this.owner !== id) return undefined;
    this.owner = undefined;
    for (const [gfn, page] of this.pages)
      if (page.type === 'ioreq_server' && isMarked(gfn)) page.type = this.#lazyType;
    return undefined;
  }

  /** Who answers for bytes of guest memory that are a device's. */
  serverAt(first: number, last: number): number | undefined {
    const serving = [...this.servers.values()].filter(
      ({ enabled, range }) => enabled && range && range[0] <= first && last <= range[1],
    );
    return serving.length === 0 ? undefined : Math.max(...serving.map(({ id }) => id));
  }
}
