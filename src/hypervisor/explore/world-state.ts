/**
 * All of a world that one actor could change and another could see, taken down part by part, so that
 * it can be told which parts a transition has written.
 */

import type { Domain } from '../domain.js';
import { TABLE_SHIFT, type TablePages } from '../ept/table-pages.js';
import type { Vcpu } from '../vcpu.js';
import { Digests } from './digests.js';
import { copyDifferences, PageCopies } from './page-copies.js';
import { NOTHING, ofVcpu, PART, VCPU_PART } from './parts.js';
import type { World } from './program.js';

/** Places of digests: numbers come before the words of tables, and these before those of pages. */
const FIRST_OF_TABLES = 2 ** 20;
/** No owner, no reason, no page. */
const NONE = -1;

export class WorldState {
  readonly digests = new Digests();
  #tables = new Uint32Array(0);
  /** What is a number, in an order that only what there is of a world changes, and of which part. */
  readonly #numbers: number[] = [];
  readonly #parts: number[] = [];
  #at = 0;
  #changed = NOTHING;
  readonly #pages = new PageCopies(this.digests);

  /** Take the world down as it is now; the parts that are not as they were, as bits of `PART`. */
  update({ host, domain }: Pick<World, 'host' | 'domain'>): number {
    this.#changed = NOTHING;
    this.#at = 0;
    this.#takeTables(host.tablePages);
    this.#takeDomain(domain);
    for (const vcpu of domain.vcpus) this.#takeVcpu(vcpu);
    this.#takeServers(domain);
    for (const [first, last] of domain.p2m.logDirty.ranges) {
      this.#take(PART.map, first);
      this.#take(PART.map, last);
    }
    for (const value of domain.deviceRegisters.values()) this.#take(PART.rest, value);
    this.#forgetRest();
    return this.#changed | this.#pages.update(host.machine.contents(), domain.ioreqServers.inOrder);
  }

  #take(part: number, value: number): void {
    const at = this.#at++;
    const [before = 0, of = part] = [this.#numbers[at], this.#parts[at]];
    if (this.#numbers[at] === value && of === part) return;
    this.digests.change(of, at, before, 0);
    this.digests.change(part, at, 0, value);
    this.#numbers[at] = value;
    this.#parts[at] = part;
    this.#changed |= of | part;
  }

  #takeFlag(part: number, flag: boolean): void {
    this.#take(part, flag ? 1 : 0);
  }

  /** What there was and is not any more, of servers, of ranges, or of registers of devices. */
  #forgetRest(): void {
    for (let at = this.#at; at < this.#numbers.length; at++) {
      this.digests.change(this.#parts[at]!, at, this.#numbers[at]!, 0);
      this.#changed |= this.#parts[at]!;
    }
    this.#numbers.length = this.#parts.length = this.#at;
  }

  #takeTables({ words, used }: TablePages): void {
    const length = used << TABLE_SHIFT;
    const before = this.#tables;
    const changed = (at: number, from: number, to: number) => {
      this.digests.change(PART.map, FIRST_OF_TABLES + at, from, to);
    };
    if (before.length !== length) {
      this.#tables = words.slice(0, length);
      this.#changed |= PART.map;
      for (let at = 0; at < Math.max(length, before.length); at++)
        changed(at, before[at]!, this.#tables[at]!);
    } else if (copyDifferences(before, words, changed)) this.#changed |= PART.map;
  }

  #takeDomain({ p2m, ioreqServers, shutdown, pauseCount, dying, pciCf8 }: Domain): void {
    const { logDirty, claim } = p2m;
    this.#take(PART.map, p2m.entryCount);
    this.#take(PART.map, p2m.maxMappedGfn);
    this.#take(PART.map, p2m.defaultAccess);
    this.#takeFlag(PART.map, logDirty.enabled);
    this.#takeFlag(PART.map, logDirty.global);
    this.#take(PART.map, logDirty.marked);
    this.#take(PART.claim, claim.owner ?? NONE);
    this.#take(PART.claim, claim.flags);
    this.#take(PART.run, pauseCount);
    this.#takeFlag(PART.run, dying);
    this.#take(PART.run, shutdown.reason ?? NONE);
    this.#takeFlag(PART.run, shutdown.isComplete);
    this.#takeFlag(PART.serversLock, ioreqServers.lock.isHeld);
    this.#takeFlag(PART.claimLock, claim.lock.isHeld);
    this.#takeFlag(PART.p2mLock, p2m.lock.isHeld);
    this.#take(PART.rest, pciCf8);
  }

  #takeVcpu(vcpu: Vcpu): void {
    const { id } = vcpu;
    const run = ofVcpu(VCPU_PART.run, id);
    this.#take(run, vcpu.pauseCount);
    this.#takeFlag(run, vcpu.spuriousMisconfig);
    this.#takeFlag(run, vcpu.deferShutdown);
    this.#takeFlag(run, vcpu.pausedForShutdown);
    this.#takeFlag(run, vcpu.mapcacheInvalidate);
    this.#takeFlag(run, vcpu.upcallPending);
    this.#takeFlag(run, vcpu.nmiPending);
    this.#takeFlag(run, vcpu.injectedEvent !== undefined);
    this.#takeFlag(ofVcpu(VCPU_PART.exit, id), vcpu.inExit);
    this.#takeFlag(ofVcpu(VCPU_PART.access, id), vcpu.access !== undefined);
    this.#take(ofVcpu(VCPU_PART.slot, id), vcpu.blockedInXen?.port ?? 0);
  }

  #takeServers({ vcpus, ioreqServers: { inOrder } }: Domain): void {
    this.#take(PART.servers, inOrder.length);
    for (const { id, enabled, requests, ioreqPage, bufioreqPage } of inOrder) {
      this.#take(PART.servers, id);
      this.#takeFlag(PART.servers, enabled);
      this.#take(PART.servers, ioreqPage.mfn ?? NONE);
      this.#take(PART.servers, bufioreqPage.mfn ?? NONE);
      this.#take(PART.queue, requests.lastSeq);
      for (const { id: vcpu } of vcpus) {
        this.#takeFlag(ofVcpu(VCPU_PART.slot, vcpu), requests.isPending(vcpu));
        this.#take(PART.queue, requests.pendingSeq(vcpu));
      }
    }
  }
}
