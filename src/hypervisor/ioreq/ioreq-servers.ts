/**
 * A domain's ioreq servers: who has which id, in what order they are asked, and who may work on them.
 *
 * Reference: xen/common/ioreq.c.
 */

import { XenError } from '../abi/errno.js';
import type { Ioreq } from '../abi/ioreq.js';
import { hex, type Gfn } from '../abi/frames.js';
import { IO_RANGE_TYPE, type IoRangeType, type IoreqServer } from './ioreq-server.js';
import { Lock } from '../schedule/lock.js';
import type { IoreqTarget } from './ioreq-target.js';
import { selectServer } from './select-server.js';

/** Slots for ioreq servers, since 4.11. */
const MAX_NR_IOREQ_SERVERS = 8;
const IOSERVID_MASK = 0xffff;

/** XEN_DMOP_no_gfns: do not map pages by gfn. */
const NO_GFNS = 1;

export interface ServerInfo {
  /** Undefined where the caller did not ask for gfns. */
  readonly ioreqGfn: Gfn | undefined;
  /** Undefined as well where the server does not buffer; so is the port. */
  readonly bufioreqGfn: Gfn | undefined;
  readonly bufioreqPort: number | undefined;
}

/** The domain that issues a hypercall. */
export interface Emulator {
  readonly domid: number;
}

export class IoreqServers {
  readonly target: IoreqTarget;
  readonly lock = new Lock('ioreq_server_lock', { recursive: true });
  readonly #servers = new Map<number, IoreqServer>();
  #inOrder: readonly IoreqServer[] = [];
  #lastId = 0;

  constructor(target: IoreqTarget) {
    this.target = target;
  }

  /** In the order in which they are asked: the highest id first, before 4.11 the newest. */
  get inOrder(): readonly IoreqServer[] {
    return this.#inOrder;
  }

  /** Up to 4.11 there may be one that gets what no other answers for. */
  get default(): IoreqServer | undefined {
    return this.#inOrder.find(({ isDefault }) => isDefault);
  }

  find(id: number): IoreqServer | undefined {
    return this.#servers.get(id);
  }

  /** ENOENT, then EPERM unless the caller is its emulator. */
  get(id: number, caller: Emulator): IoreqServer {
    const server = this.#servers.get(id);
    if (server === undefined || server.isDefault)
      throw new XenError('ENOENT', `domain ${this.target.domid} has no ioreq server ${id}`);
    if (this.target.profile.knobs.emulator_only && server.emulator !== caller.domid)
      throw new XenError('EPERM', `ioreq server ${id} is domain ${server.emulator}'s`);
    return server;
  }

  /** The id of the next server; ENOSPC. */
  nextId(): number {
    const { ioservid_allocation } = this.target.profile.knobs;
    if (ioservid_allocation === 'slot') {
      for (let id = 0; id < MAX_NR_IOREQ_SERVERS; id++) if (!this.#servers.has(id)) return id;
      throw new XenError('ENOSPC', `domain ${this.target.domid} has 8 ioreq servers`);
    }
    let id = this.#lastId;
    do id = (id + 1) & IOSERVID_MASK;
    while (this.#servers.has(id));
    this.#lastId = id;
    return id;
  }

  add(server: IoreqServer): void {
    this.#servers.set(server.id, server);
    this.#sort();
  }

  remove(server: IoreqServer): void {
    this.#servers.delete(server.id);
    this.#sort();
  }

  /** XEN_DMOP_get_ioreq_server_info: without `no_gfns` the server gets its pages now. */
  info(id: number, caller: Emulator, flags: number): ServerInfo {
    const { get_info_flags } = this.target.profile.knobs;
    if (flags & ~(get_info_flags ? NO_GFNS : 0))
      throw new XenError('EINVAL', `flags ${hex(flags)} has an unknown bit`);
    const server = this.get(id, caller);
    const byGfn = (flags & NO_GFNS) === 0;
    if (byGfn) mapPages(server);

    return {
      ioreqGfn: byGfn ? server.ioreqPage.gfn : undefined,
      bufioreqGfn: byGfn ? server.bufioreqPage.gfn : undefined,
      bufioreqPort: server.isBuffering ? server.bufioreqPort : undefined,
    };
  }

  /** XEN_DMOP_map_io_range_to_ioreq_server. */
  mapRange(id: number, caller: Emulator, type: number, first: bigint, last: bigint): void {
    const ranges = this.#rangesOf(id, caller, type, first, last);
    if (ranges.overlaps(first, last))
      throw new XenError('EEXIST', `ioreq server ${id} has part of ${hex(first)} to ${hex(last)}`);
    ranges.add(first, last);
  }

  /** XEN_DMOP_unmap_io_range_from_ioreq_server. */
  unmapRange(id: number, caller: Emulator, type: number, first: bigint, last: bigint): void {
    const ranges = this.#rangesOf(id, caller, type, first, last);
    if (!ranges.contains(first, last))
      throw new XenError(
        'ENOENT',
        `ioreq server ${id} lacks part of ${hex(first)} to ${hex(last)}`,
      );
    ranges.remove(first, last);
  }

  /** Who answers a request by its address. A PCI configuration cycle is made into one on the way. */
  select(ioreq: Ioreq): IoreqServer | undefined {
    return selectServer(this, ioreq);
  }

  /** In the order in which they were created. */
  save() {
    return { lastId: this.#lastId, servers: [...this.#servers.values()] };
  }

  restore({ lastId, servers }: ReturnType<IoreqServers['save']>): void {
    this.#lastId = lastId;
    for (const server of servers) this.add(server);
  }

  #rangesOf(id: number, caller: Emulator, type: number, first: bigint, last: bigint) {
    if (first > last) throw new XenError('EINVAL', `${hex(first)} to ${hex(last)} runs backwards`);
    const server = this.get(id, caller);
    const name = RANGE_TYPE_NAMES[type];
    if (name === undefined) throw new XenError('EINVAL', `${type} is no type of range`);
    return server.ranges(name);
  }

  #sort(): void {
    const { ioservid_allocation } = this.target.profile.knobs;
    const servers = [...this.#servers.values()];
    this.#inOrder =
      ioservid_allocation === 'slot'
        ? servers.toSorted((a, b) => b.id - a.id)
        : servers.toReversed();
  }
}

/** Both pages by gfn, or none. */
export function mapPages(server: IoreqServer): void {
  server.ioreqPage.mapGfn();
  try {
    if (server.isBuffering) server.bufioreqPage.mapGfn();
  } catch (error) {
    server.ioreqPage.unmapGfn();
    throw error;
  }
}

const RANGE_TYPE_NAMES = Object.keys(IO_RANGE_TYPE) as IoRangeType[];
