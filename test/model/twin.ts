/** A domain and the naive model of it, to which the same is done. */

import { XenError } from '../../src/hypervisor/abi/errno.js';
import { IOREQ_TYPE } from '../../src/hypervisor/abi/ioreq.js';
import { VcpuBusy } from '../../src/hypervisor/access/vcpu-busy.js';
import type { Access } from '../../src/hypervisor/access/access.js';
import type { AccessRequest } from '../../src/hypervisor/access/access-request.js';
import { startAccess } from '../../src/hypervisor/access/access-guest.js';
import type { MapMemType } from '../../src/hypervisor/hvm/map-mem-type.js';
import { hostWithRam } from '../support/host.js';
import { demand } from './demand.js';
import { NaiveModel } from './naive-model.js';
import { readEntries } from './raw-entries.js';

/** Gfns of the program: 2 MiB in one page, 2 MiB in small ones, and 2 MiB of nothing. */
export const FIRST = 0x1000;
export const NR = 0x600;
const SUPERPAGE = 512;
export const VCPUS = 4;

export class Twin {
  readonly model = new NaiveModel();
  readonly machine = hostWithRam(0, {
    vcpus: VCPUS,
    memory: [
      { firstGfn: FIRST, nr: SUPERPAGE, order: 9 },
      { firstGfn: FIRST + SUPERPAGE, nr: SUPERPAGE, order: 0 },
    ],
  });
  /** Guest accesses that have not come to their end, by vcpu. */
  readonly pending = new Map<number, Access>();
  /** A disclaim that was preempted, and where it goes on. */
  sweepLeft: MapMemType | undefined;

  constructor() {
    const { model, d1 } = this;
    d1.maxPages = 2 ** 30;
    for (let gfn = FIRST; gfn < FIRST + 2 * SUPERPAGE; gfn++)
      model.map(gfn, 1, d1.p2m.query(gfn).mfn);
    model.owned = 2 * SUPERPAGE;
  }

  get d1() {
    return this.machine.d1;
  }

  get dom0() {
    return this.machine.dom0;
  }

  /** What Xen counts: the entries that are there, and those that it forgot. */
  get entries(): number {
    return readEntries(this.d1).ioreqEntries + this.model.forgotten;
  }

  /** The access; undefined where the vcpu is in another one. */
  access(request: AccessRequest): Access | undefined {
    const { vcpu } = request;
    const isBusy = this.pending.has(vcpu);
    try {
      const access = startAccess(this.d1, request);
      demand(isBusy, false, `vcpu ${vcpu} took a second access`);
      this.#forgetMapcaches(vcpu);
      if (!access.settled) this.pending.set(vcpu, access);
      return access;
    } catch (error) {
      if (!(error instanceof VcpuBusy)) throw error;
      demand(isBusy, true, `vcpu ${vcpu} refuses an access because of another`);
      return undefined;
    }
  }

  /** What went on by itself is over: what its page holds and is has to be looked at. */
  settle(): void {
    this.machine.host.settle(this.d1);
    for (const vcpu of this.pending.keys()) this.#forgetMapcaches(vcpu);
    for (const [vcpu, access] of this.pending) {
      if (!access.settled) continue;
      this.pending.delete(vcpu);
      this.forget(access.request.gpa ?? 0);
    }
  }

  /** Pages have left the guest: device models do at once what they are asked to. */
  #forgetMapcaches(vcpu: number): void {
    for (const { requests } of this.d1.ioreqServers.inOrder) {
      const asked = requests.outstanding().find((request) => request.vcpu === vcpu);
      if (asked?.ioreq.type === IOREQ_TYPE.invalidate) requests.complete(vcpu);
    }
  }

  forget(gpa: number): void {
    const page = this.model.pages.get(Math.floor(gpa / 4096));
    if (page === undefined) return;
    this.model.words.delete(page.mfn);
    if (page.type === 'ram_logdirty' && this.d1.p2m.typeOf(Math.floor(gpa / 4096)) === 0)
      page.type = 'ram_rw';
  }

  /** The errno of what is done; undefined when it succeeds. */
  errnoOf(does: () => unknown): string | undefined {
    try {
      does();
      return undefined;
    } catch (error) {
      if (error instanceof XenError) return error.errno;
      throw error;
    }
  }
}
