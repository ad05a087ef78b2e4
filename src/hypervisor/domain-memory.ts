/** A domain's memory: the machine frames that it owns, and the map by which it sees them. */

import type { Mfn } from './abi/frames.js';
import type { TablePages } from './ept/table-pages.js';
import { GuestRam } from './guest-ram.js';
import type { HostSettings } from './host-settings.js';
import type { MachineMemory } from './machine-memory.js';
import { P2m, type P2mHooks } from './p2m/p2m.js';
import type { Profile } from './profile.js';
import { Rangeset } from './rangeset.js';
import type { Vcpu } from './vcpu.js';

/** Whose memory it is. */
export interface MemoryOwner {
  readonly hap: boolean;
  readonly profile: Profile;
  readonly vcpus: readonly Vcpu[];
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
  readonly #machine: MachineMemory;
  readonly #frames = new Rangeset();

  constructor(owner: MemoryOwner, { settings, machine, tablePages }: MemorySource) {
    const { knobs } = owner.profile;
    this.#machine = machine;
    this.p2m = new P2m(tablePages, this.#hooksFor(owner), {
      ...settings.ept,
      ...(!owner.hap && { superpages2m: false, superpages1g: false }),
      layout: knobs.ept_entry_layout,
      entryCountGuard: knobs.entry_count_guard,
      rangesStretchOnRemove: knobs.rangeset_remove_stretches,
    });
    this.ram = new GuestRam(this.p2m, machine);
  }

  /** Frames in a row for the domain, the first a multiple of `2^order`; ENOMEM. */
  allocate(nr: number, order: number): Mfn {
    const mfn = this.#machine.allocate(nr, order);
    this.#frames.add(mfn, mfn + nr - 1);
    return mfn;
  }

  /** As many frames as there are in a row, at most `nr`; ENOMEM. */
  allocateUpTo(nr: number, order: number): { first: Mfn; nr: number } {
    const run = this.#machine.allocateUpTo(nr, order);
    this.#frames.add(run.first, run.first + run.nr - 1);
    return run;
  }

  /** The domain gives frames back to the machine. */
  free(mfn: number, nr: number): void {
    this.#frames.remove(mfn, mfn + nr - 1);
    this.#machine.free(mfn, nr);
  }

  /** Whether the domain owns the frame. */
  owns(mfn: number): boolean {
    return this.#frames.contains(mfn, mfn);
  }

  /** 4 KiB pages that the domain owns. */
  get pages(): number {
    let pages = 0;
    for (const [first, last] of this.#frames) pages += last - first + 1;
    return pages;
  }

  destroy(): void {
    this.p2m.destroy();
    for (const [first, last] of this.#frames) this.#machine.free(first, last - first + 1);
    this.#frames.clear();
  }

  #hooksFor(owner: MemoryOwner): P2mHooks {
    return {
      mfnValid: (mfn) => this.#machine.isValid(mfn),
      frameHasOwner: (mfn) => this.#machine.isAllocated(mfn),
      allocateFrames: (order) =>
        this.#machine.hasRun(2 ** order, order) ? this.allocate(2 ** order, order) : undefined,
      crashDomain: (why) => {
        owner.crash(why);
      },
      onResolved: () => {
        for (const vcpu of owner.vcpus) vcpu.spuriousMisconfig = true;
      },
    };
  }
}
