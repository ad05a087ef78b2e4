/**
 * Which ioreq server owns the p2m type ioreq_server, and so gets the guest's writes to such pages.
 * One owner at a time; a new one has to wait until the last entry of the old one is gone.
 *
 * Reference: xen/arch/x86/mm/p2m.c, p2m_set_ioreq_server().
 */

import { XenError } from '../abi/errno.js';
import type { EptTables } from '../ept/ept-tables.js';
import { Lock } from '../schedule/lock.js';

/** XEN_DMOP_IOREQ_MEM_ACCESS_WRITE: writes are to be forwarded. */
export const MEM_ACCESS_WRITE = 0b10;

export class IoreqClaim {
  /** Over owner and flags alone: a leaf, neither of its neighbours. */
  readonly lock = new Lock('p2m_ioreq_lock');
  readonly #tables: EptTables;
  /** Whether a claim has to wait for entries that are left (off: the series before patch 4). */
  readonly #guarded: boolean;
  readonly #onChange: (owner: number | undefined, flags: number) => void;
  #owner: number | undefined;
  #flags = 0;

  constructor(
    tables: EptTables,
    guarded: boolean,
    onChange: (owner: number | undefined, flags: number) => void = () => undefined,
  ) {
    this.#tables = tables;
    this.#guarded = guarded;
    this.#onChange = onChange;
  }

  /** Id of the owning ioreq server. */
  get owner(): number | undefined {
    return this.#owner;
  }

  get flags(): number {
    return this.#flags;
  }

  /** Make `ioservid` the owner; EBUSY while there is one, itself included, or while entries are left. */
  claim(ioservid: number, flags: number): void {
    if (this.#owner !== undefined)
      throw new XenError('EBUSY', `ioreq server ${this.#owner} owns the type already`);
    const left = this.#tables.ioreqEntries;
    if (this.#guarded && left !== 0)
      throw new XenError('EBUSY', `${left} entries of an earlier owner are left`);
    this.#set(ioservid, flags);
  }

  /** Take the type from its owner; EINVAL for any other server. No entry is touched. */
  disclaim(ioservid: number | undefined): void {
    if (this.#owner !== ioservid)
      throw new XenError('EINVAL', `ioreq server ${ioservid} does not own the type`);
    this.#set(undefined, 0);
  }

  save() {
    return { owner: this.#owner, flags: this.#flags };
  }

  restore({ owner, flags }: ReturnType<IoreqClaim['save']>): void {
    this.#owner = owner;
    this.#flags = flags;
  }

  #set(owner: number | undefined, flags: number): void {
    this.#owner = owner;
    this.#flags = flags;
    this.#tables.permissions.ioreqWritesForwarded = (flags & MEM_ACCESS_WRITE) !== 0;
    this.#onChange(owner, flags);
  }
}
