/** A domain's memory: the machine frames that it owns, and the map by which it sees them. */

import type { Mfn, Order } from './abi/frames.js';
import type { TablePages } from './ept/table-pages.js';
import { GuestRam } from './guest-ram.js';
import type { HostSettings } from './host-settings.js';
import type { Journal } from './journal/journal.js';
import { KIND } from './journal/journal-kinds.js';
import { NOBODY, NOWHERE } from './journal/journal.js';
import type { MachineMemory } from './machine-memory.js';
import type { PageStorage } from './page-storage.js';
import { P2m, type P2mHooks } from './p2m/p2m.js';
import { SharedFrames } from './p2m/shared-frames.js';
import type { Profile } from './profile.js';
import { Rangeset } from './rangeset.js';
import type { Vcpu } from './vcpu.js';

/** Whose memory it is. */
export interface MemoryOwner {
  readonly domid: number;
  readonly hap: boolean;
  readonly profile: Profile;
  readonly journal: Journal | undefined;
  readonly vcpus: readonly Vcpu[];
  readonly maxGrantFrames: number;
  readonly storage: PageStorage | undefined;
  /** How many pages of 4 KiB it may have. */
  readonly maxPages: number;
  readonly dying: boolean;
  crash(why: string): void;
}

/** Where it comes from. */
export interface MemorySource {
  readonly settings: HostSettings;
  readonly machine: MachineMemory;
  readonly tablePages: TablePages;
}

export class DomainMemory {
  readonly p2m: P2m;
  readonly ram: GuestRam;
  readonly shared: SharedFrames;
  readonly #owner: MemoryOwner;
  readonly #machine: MachineMemory;
  readonly #frames = new Rangeset();
  #pages = 0;

  constructor(owner: MemoryOwner, { settings, machine, tablePages }: MemorySource) {
    const { knobs } = owner.profile;
    const { ept } = settings;
    this.#owner = owner;
    this.#machine = machine;
    this.shared = new SharedFrames(machine, owner.maxGrantFrames, owner.storage);
    this.p2m = new P2m(tablePages, this.#hooksFor(owner), {
      adBits: ept.adBits,
      execSuperpages: ept.execSuperpages,
      superpages2m: owner.hap && ept.superpages2m,
      superpages1g: owner.hap && ept.superpages1g,
      layout: knobs.ept_entry_layout,
      entryCountGuard: knobs.entry_count_guard,
      rangesStretchOnRemove: knobs.rangeset_remove_stretches,
      ioreqPagesReadonly: knobs.ioreq_server_routing === 'ranges',
    });
    this.ram = new GuestRam(this.p2m, machine);
  }

  /** Frames in a row for the domain, the first a multiple of `2^order`; ENOMEM. */
  allocate(nr: number, order: number): Mfn {
    const mfn = this.#machine.allocate(nr, order);
    this.#take(mfn, nr);
    return mfn;
  }

  /** Frames for a mapping; undefined where the domain may have no more, or the machine has none below `limit`. */
  tryAllocate(order: number, limit = Infinity): Mfn | undefined {
    const nr = 2 ** order;
    const { maxPages, dying } = this.#owner;
    if (dying || this.#pages + nr > maxPages) return undefined;
    const first = this.#machine.findRun(nr, order);
    if (first === undefined || first + nr > limit) return undefined;
    return this.allocate(nr, order);
  }

  /** How many extents of `2^order` frames it got: those in the lowest run of free frames, at most `most`. */
  tryAllocateExtents(order: number, most: number, limit: number): number {
    const nr = 2 ** order;
    const { maxPages, dying } = this.#owner;
    const run = this.#machine.lowestRun(order);
    const allowed = dying ? 0 : maxPages - this.#pages;
    const extents = Math.floor(Math.min(most * nr, allowed, run.nr, limit - run.first) / nr);
    if (extents <= 0) return 0;
    this.allocate(extents * nr, order);
    return extents;
  }

  /** As many frames as there are in a row, at most `nr`; ENOMEM. */
  allocateUpTo(nr: number, order: number): { first: Mfn; nr: number } {
    const run = this.#machine.allocateUpTo(nr, order);
    this.#take(run.first, run.nr);
    return run;
  }

  /** The domain gives frames back to the machine. */
  free(mfn: number, nr: number): void {
    this.#frames.remove(mfn, mfn + nr - 1);
    this.#pages -= nr;
    this.#machine.free(mfn, nr);
  }

  /** Whether the domain owns the frame. */
  owns(mfn: number): boolean {
    return this.#frames.contains(mfn, mfn);
  }

  /** 4 KiB pages that the domain owns. */
  get pages(): number {
    return this.#pages;
  }

  /** The domain dies: it gives everything back; frames that others hold stay until they let go. */
  giveUp(): void {
    this.p2m.clear();
    for (const [first, last] of this.#frames) this.#machine.free(first, last - first + 1);
    this.#frames.clear();
    this.#pages = 0;
  }

  /** It is gone. */
  destroy(): void {
    this.giveUp();
    this.p2m.destroy();
    this.shared.destroy();
  }

  save() {
    return { frames: [...this.#frames], pages: this.#pages };
  }

  restore({ frames, pages }: ReturnType<DomainMemory['save']>): void {
    this.#frames.clear();
    for (const [first, last] of frames) this.#take(first, last - first + 1);
    this.#pages = pages;
  }

  #take(first: number, nr: number): void {
    this.#frames.add(first, first + nr - 1);
    this.#pages += nr;
    const { storage } = this.#owner;
    if (storage !== undefined) this.#machine.keepIn(storage, first, nr);
  }

  #hooksFor(owner: MemoryOwner): P2mHooks {
    return {
      mfnValid: (mfn) => this.#machine.isValid(mfn),
      frameHasOwner: (mfn) => this.#machine.isAllocated(mfn),
      allocateFrames: (order: Order) => this.tryAllocate(order),
      crashDomain: (why) => {
        owner.crash(why);
      },
      onResolved: () => {
        for (const vcpu of owner.vcpus) vcpu.spuriousMisconfig = true;
      },
      onTypes: (first, nr, to, from, access) =>
        owner.journal?.types(owner.domid, first, nr, to, from, access),
      onClaim: (ioservid = -1, flags) =>
        owner.journal?.record(KIND.ioreq_claim, owner.domid, NOBODY, NOWHERE, 0, ioservid, flags),
    };
  }
}
