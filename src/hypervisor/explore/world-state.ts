/**
 * All of a world that one actor could change and another could see, taken down part by part, so that
 * it can be told which parts a transition has written.
 */

import type { Domain } from '../domain.js';
import { TABLE_SHIFT } from '../ept/table-pages.js';
import type { Vcpu } from '../vcpu.js';
import { copyDifferences, PageCopies } from './page-copies.js';
import { NOTHING, ofVcpu, PART, VCPU_PART } from './parts.js';
import type { World } from './program.js';

export class WorldState {
  #tables = new Uint32Array(0);
  /** What is a number, in an order that only what there is of a world changes. */
  readonly #numbers: number[] = [];
  #at = 0;
  #changed = NOTHING;
  readonly #pages = new PageCopies();

  /** Take the world down as it is now; the parts that are not as they were, as bits of `PART`. */
  update({ host, domain }: Pick<World, 'host' | 'domain'>): number {
    const { words, used } = host.tablePages;
    this.#changed = this.#updateTables(words, used << TABLE_SHIFT) ? PART.map : NOTHING;
    this.#at = 0;
    this.#takeDomain(domain);
    for (const vcpu of domain.vcpus) this.#takeVcpu(vcpu);
    this.#takeServers(domain);
    for (const [first, last] of domain.p2m.logDirty.ranges) {
      this.#take(PART.map, first);
      this.#take(PART.map, last);
    }
    for (const value of domain.deviceRegisters.values()) this.#take(PART.rest, value);
    if (this.#at !== this.#numbers.length) this.#forgetRest();
    return this.#changed | this.#pages.update(host.machine.contents(), domain.ioreqServers.inOrder);
  }

  #take(part: number, value: number): void {
    const at = this.#at++;
    if (this.#numbers[at] === value) return;
    this.#numbers[at] = value;
    this.#changed |= part;
  }

  /** What comes last is what there may be more or less of: ranges, and registers of devices. */
  #forgetRest(): void {
    this.#numbers.length = this.#at;
    this.#changed |= PART.map | PART.rest;
  }

  #takeDomain({ p2m, ioreqServers, shutdown, pauseCount, dying, pciCf8 }: Domain): void {
    const { logDirty, claim } = p2m;
    this.#take(PART.map, p2m.entryCount);
    this.#take(PART.map, p2m.maxMappedGfn);
    this.#take(PART.map, p2m.defaultAccess);
    this.#take(PART.map, +logDirty.enabled);
    this.#take(PART.map, +logDirty.global);
    this.#take(PART.map, logDirty.marked);
    this.#take(PART.claim, claim.owner ?? -1);
    this.#take(PART.claim, claim.flags);
    this.#take(PART.run, pauseCount);
    this.#take(PART.run, +dying);
    this.#take(PART.run, shutdown.reason ?? -1);
    this.#take(PART.run, +shutdown.isComplete);
    this.#take(PART.serversLock, +ioreqServers.lock.isHeld);
    this.#take(PART.claimLock, +claim.lock.isHeld);
    this.#take(PART.p2mLock, +p2m.lock.isHeld);
    this.#take(PART.rest, pciCf8);
  }

  #takeVcpu(vcpu: Vcpu): void {
    const { id } = vcpu;
    const run = ofVcpu(VCPU_PART.run, id);
    this.#take(run, vcpu.pauseCount);
    this.#take(run, +vcpu.spuriousMisconfig);
    this.#take(run, +vcpu.deferShutdown);
    this.#take(run, +vcpu.pausedForShutdown);
    this.#take(run, +vcpu.mapcacheInvalidate);
    this.#take(run, +vcpu.upcallPending);
    this.#take(run, +vcpu.nmiPending);
    this.#take(run, +(vcpu.injectedEvent !== undefined));
    this.#take(ofVcpu(VCPU_PART.exit, id), +vcpu.inExit);
    this.#take(ofVcpu(VCPU_PART.access, id), vcpu.access?.id ?? 0);
    this.#take(ofVcpu(VCPU_PART.slot, id), vcpu.blockedInXen?.port ?? 0);
  }

  #takeServers({ vcpus, ioreqServers: { inOrder } }: Domain): void {
    this.#take(PART.servers, inOrder.length);
    for (const { id, enabled, requests, ioreqPage, bufioreqPage } of inOrder) {
      this.#take(PART.servers, id);
      this.#take(PART.servers, +enabled);
      this.#take(PART.servers, ioreqPage.mfn ?? -1);
      this.#take(PART.servers, bufioreqPage.mfn ?? -1);
      this.#take(PART.queue, requests.lastSeq);
      for (const vcpu of vcpus)
        this.#take(ofVcpu(VCPU_PART.slot, vcpu.id), +requests.isPending(vcpu.id));
    }
  }

  #updateTables(words: Uint32Array, length: number): boolean {
    if (this.#tables.length === length) return copyDifferences(this.#tables, words);
    this.#tables = words.slice(0, length);
    return true;
  }
}
