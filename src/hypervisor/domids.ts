/**
 * Which domids are given out: upwards from the last one given, and round.
 *
 * Reference: xen/common/domctl.c, XEN_DOMCTL_createdomain.
 */

import { XenError, type Errno } from './abi/errno.js';

const DOMID_FIRST_RESERVED = 0x7ff0;

export class Domids {
  readonly #exists: (domid: number) => boolean;
  readonly #isEmulator: (domid: number) => boolean;
  /** Of domains that are gone but have left ioreq servers behind, which hold on to them. */
  readonly #zombies = new Set<number>();
  #lastDomid = 0;

  /** Whether there is such a domain, and whether ioreq servers of one are there. */
  constructor(exists: (domid: number) => boolean, isEmulator: (domid: number) => boolean) {
    this.#exists = exists;
    this.#isEmulator = isEmulator;
  }

  /** The one that is wanted, or else the next; `inUse`: a domain has it, or ENOMEM: none is free. */
  take(wanted: number | undefined, inUse: Errno): number {
    if (wanted !== undefined && wanted > 0 && wanted < DOMID_FIRST_RESERVED) {
      if (!this.#isFree(wanted)) throw new XenError(inUse, `domain ${wanted} exists`);
      return wanted;
    }
    for (let tried = 1; tried < DOMID_FIRST_RESERVED; tried++) {
      const domid = ((this.#lastDomid + tried - 1) % (DOMID_FIRST_RESERVED - 1)) + 1;
      if (!this.#isFree(domid)) continue;
      this.#lastDomid = domid;
      return domid;
    }
    throw new XenError('ENOMEM', 'no domid is free');
  }

  /** The domain is gone. */
  giveBack(domid: number): void {
    if (this.#isEmulator(domid)) this.#zombies.add(domid);
  }

  /** All that it holds, as plain data: `restore` makes another like it. */
  save() {
    return {
      lastDomid: this.#lastDomid,
      zombies: [...this.#zombies].toSorted((a, b) => a - b),
    };
  }

  restore({ lastDomid, zombies }: ReturnType<Domids['save']>): void {
    this.#lastDomid = lastDomid;
    for (const domid of zombies) this.#zombies.add(domid);
  }

  #isFree(domid: number): boolean {
    if (this.#exists(domid)) return false;
    if (this.#zombies.has(domid) && !this.#isEmulator(domid)) this.#zombies.delete(domid);
    return !this.#zombies.has(domid);
  }
}
