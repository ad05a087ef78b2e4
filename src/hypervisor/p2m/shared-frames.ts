/**
 * Frames of Xen's own that it shares with a domain: the shared info page, and the grant table.
 *
 * They are none of the domain's pages, and each is seen at one gfn at a time. Reference:
 * xen/common/grant_table.c, gnttab_map_frame_begin(); Xen finds the gfn by its M2P table.
 */

import { XenError } from '../abi/errno.js';
import { hex, type Mfn } from '../abi/frames.js';
import type { MachineMemory } from '../machine-memory.js';
import type { PageStorage } from '../page-storage.js';

/** The index of a frame in the grant table is an `unsigned int` to Xen, whatever a caller says. */
const INDEX_BITS = 32;

const SHARED_INFO = 'shared_info';
type Name = typeof SHARED_INFO | number;

export class SharedFrames {
  readonly #machine: MachineMemory;
  readonly #maxGrantFrames: number;
  readonly #storage: PageStorage | undefined;
  readonly #frames = new Map<Name, Mfn>();
  readonly #gfns = new Map<number, number>();

  constructor(machine: MachineMemory, maxGrantFrames: number, storage?: PageStorage) {
    this.#machine = machine;
    this.#storage = storage;
    this.#maxGrantFrames = maxGrantFrames;
  }

  get sharedInfo(): Mfn {
    return this.#frame(SHARED_INFO);
  }

  /** Undefined: nobody has asked for the page yet. */
  get sharedInfoIfAny(): Mfn | undefined {
    return this.#frames.get(SHARED_INFO);
  }

  /** EINVAL beyond the largest table that the domain may have. */
  grantFrame(index: number): Mfn {
    const frame = index % 2 ** INDEX_BITS;
    if (frame >= this.#maxGrantFrames)
      throw new XenError('EINVAL', `the grant table has no frame ${hex(frame)}`);
    return this.#frame(frame);
  }

  has(mfn: number): boolean {
    for (const frame of this.#frames.values()) if (frame === mfn) return true;
    return false;
  }

  /** Where a frame was last put. */
  gfnOf(mfn: number): number | undefined {
    return this.#gfns.get(mfn);
  }

  /** The domain sees the frame at this gfn from now on. */
  put(mfn: number, gfn: number): void {
    this.#gfns.set(mfn, gfn);
  }

  destroy(): void {
    for (const mfn of this.#frames.values()) this.#machine.free(mfn, 1);
    this.#frames.clear();
    this.#gfns.clear();
  }

  /** All that it holds, as plain data: `restore` makes another like it. */
  save() {
    const { [SHARED_INFO]: sharedInfo, ...grants } = Object.fromEntries(this.#frames);
    return {
      sharedInfo,
      grants: Object.entries(grants).map(([index, mfn]): [number, Mfn] => [Number(index), mfn]),
      gfns: [...this.#gfns].toSorted(([a], [b]) => a - b),
    };
  }

  restore({ sharedInfo, grants, gfns }: ReturnType<SharedFrames['save']>): void {
    if (sharedInfo !== undefined) this.#frames.set(SHARED_INFO, sharedInfo);
    for (const [index, mfn] of grants) this.#frames.set(index, mfn);
    for (const [mfn, gfn] of gfns) this.#gfns.set(mfn, gfn);
  }

  #frame(name: Name): Mfn {
    const known = this.#frames.get(name);
    if (known !== undefined) return known;
    const mfn = this.#machine.allocate(1, 0);
    if (this.#storage !== undefined) this.#machine.keepIn(this.#storage, mfn, 1);
    this.#frames.set(name, mfn);
    return mfn;
  }
}
