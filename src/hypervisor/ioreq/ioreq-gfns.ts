/**
 * The guest frames that a toolstack has set aside for ioreq pages: a pool, and since 4.12 the two
 * gfns of the old default server.
 *
 * Reference: xen/arch/x86/hvm/ioreq.c, hvm_alloc_ioreq_gfn() and hvm_free_ioreq_gfn().
 */

import { gfn, type Gfn } from '../abi/frames.js';
import type { Knobs } from '../profile-knobs.js';

/** Bits in Xen's free mask. */
export const MAX_POOL = 64;

const LEGACY = ['ioreq', 'bufioreq'] as const;
type Legacy = (typeof LEGACY)[number];

export class IoreqGfns {
  /** HVM_PARAM_IOREQ_SERVER_PFN. */
  base = 0;
  readonly #policy: Knobs['legacy_ioreq_gfns'];
  readonly #free = new Set<number>();
  readonly #legacyGfn = { ioreq: 0, bufioreq: 0 };
  readonly #legacyFree = new Set<Legacy>();

  constructor(policy: Knobs['legacy_ioreq_gfns']) {
    this.#policy = policy;
  }

  /** HVM_PARAM_NR_IOREQ_SERVER_PAGES: the first `nr` frames of the pool are free. */
  addToPool(nr: number): void {
    for (let index = 0; index < nr; index++) this.#free.add(index);
  }

  /** HVM_PARAM_IOREQ_PFN, HVM_PARAM_BUFIOREQ_PFN. */
  setLegacy(which: Legacy, frame: number): void {
    this.#legacyGfn[which] = frame;
    if (frame !== 0) this.#legacyFree.add(which);
  }

  allocate(): Gfn | undefined {
    if (this.#free.size > 0) {
      const lowest = Math.min(...this.#free);
      this.#free.delete(lowest);
      return gfn(this.base + lowest);
    }
    if (this.#policy === 'none') return undefined;
    // Up to 4.20 the test was the wrong way round: what is not free is given out, again and again.
    const wanted = this.#policy === 'fallback';
    for (const which of LEGACY)
      if (this.#legacyFree.delete(which) === wanted) return gfn(this.#legacyGfn[which]);
    return undefined;
  }

  /** All that it holds, as plain data: `restore` makes another like it. */
  save() {
    return {
      base: this.base,
      free: [...this.#free].toSorted((a, b) => a - b),
      legacyGfn: { ...this.#legacyGfn },
      legacyFree: LEGACY.filter((which) => this.#legacyFree.has(which)),
    };
  }

  restore({ base, free, legacyGfn, legacyFree }: ReturnType<IoreqGfns['save']>): void {
    this.base = base;
    this.#free.clear();
    this.#legacyFree.clear();
    for (const index of free) this.#free.add(index);
    for (const which of legacyFree) this.#legacyFree.add(which);
    Object.assign(this.#legacyGfn, legacyGfn);
  }

  release(frame: number): void {
    const legacy = LEGACY.find((which) => this.#legacyGfn[which] === frame);
    if (this.#policy !== 'none' && legacy !== undefined) this.#legacyFree.add(legacy);
    else this.#free.add(frame - this.base);
  }
}
