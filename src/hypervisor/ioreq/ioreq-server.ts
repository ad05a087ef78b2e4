/**
 * One emulator's endpoint: the ranges that it answers for, the pages that it shares with Xen, and
 * the requests that it has.
 *
 * Reference: xen/common/ioreq.c, struct ioreq_server.
 */

import type { Ioreq } from '../abi/ioreq.js';
import { Rangeset } from '../rangeset.js';
import type { Vcpu } from '../vcpu.js';
import { IoreqPage } from './ioreq-page.js';
import type { IoreqTarget } from './ioreq-target.js';
import { Requests, type Answer, type PendingRequest, type SendResult } from './requests.js';

/** Nodes in each of a server's rangesets. */
const MAX_NR_IO_RANGES = 256;

export const BUFIOREQ = { off: 0, legacy: 1, atomic: 2 } as const;
export type BufioreqName = keyof typeof BUFIOREQ;

/** XEN_DMOP_IO_RANGE_*. */
export const IO_RANGE_TYPE = { port: 0, memory: 1, pci: 2 } as const;
export type IoRangeType = keyof typeof IO_RANGE_TYPE;

export interface IoreqServerOptions {
  readonly id: number;
  readonly emulator: number;
  readonly handleBufioreq: number;
  /** It gets what no other answers for, and is known by no id: of device models from before there were ioreq servers. */
  readonly isDefault?: boolean | undefined;
}

export class IoreqServer {
  readonly id: number;
  /** Domid of the domain that created it. */
  emulator: number;
  /** Whether it takes buffered requests, and whether the ring's pointers are read at once (atomic). */
  readonly handleBufioreq: number;
  readonly isDefault: boolean;
  readonly target: IoreqTarget;
  readonly ioreqPage: IoreqPage;
  readonly bufioreqPage: IoreqPage;
  readonly requests: Requests;
  enabled = false;
  /** The buffered ring's port; 0 where there is no ring. */
  bufioreqPort = 0;
  readonly #ranges: Partial<Record<IoRangeType, Rangeset<bigint>>> = {};

  constructor(target: IoreqTarget, options: IoreqServerOptions) {
    const { id, emulator, handleBufioreq, isDefault = false } = options;
    this.target = target;
    this.id = id;
    this.emulator = emulator;
    this.handleBufioreq = handleBufioreq;
    this.isDefault = isDefault;
    this.ioreqPage = new IoreqPage(target, !isDefault);
    this.bufioreqPage = new IoreqPage(target, !isDefault);
    this.requests = new Requests(target, id, this.ioreqPage);
  }

  get isBuffering(): boolean {
    return this.handleBufioreq !== BUFIOREQ.off;
  }

  /** What it answers for; both ends of a range belong to it. */
  ranges(type: IoRangeType): Rangeset<bigint> {
    return (this.#ranges[type] ??= new Rangeset<bigint>(MAX_NR_IO_RANGES));
  }

  /** The bytes of the shared page, as the device model has them mapped. */
  get page(): Uint8Array | undefined {
    return this.ioreqPage.bytes;
  }

  get bufferedPage(): Uint8Array | undefined {
    return this.bufioreqPage.bytes;
  }

  /** Open a port for every vcpu, and after the first vcpu's the one of the buffered ring. */
  openPorts(): void {
    const { eventChannels, vcpus } = this.target;
    try {
      for (const { id } of vcpus) {
        this.requests.addVcpu(id, eventChannels.allocUnbound(this.emulator, id));
        if (id === 0 && this.isBuffering)
          this.bufioreqPort = eventChannels.allocUnbound(this.emulator, id);
      }
    } catch (error) {
      this.closePorts();
      throw error;
    }
  }

  closePorts(): void {
    const { eventChannels } = this.target;
    for (const port of this.requests.ports) eventChannels.close(port, true);
    if (this.bufioreqPort !== 0) eventChannels.close(this.bufioreqPort, true);
    this.bufioreqPort = 0;
    this.requests.removeVcpus();
  }

  /** Throws XenBug where enabling or disabling it would bring a real host down: no page lies behind a gfn of its. */
  checkPages(): void {
    for (const page of this.#pagesOfPool) page.checkBacked();
  }

  /** Its pages leave the guest, and every slot learns its port. Nothing if it is enabled already. */
  enable(): void {
    if (this.enabled) return;
    for (const page of this.#pagesOfPool) page.removeFromP2m();
    this.enabled = true;
    this.requests.announcePorts();
  }

  /** Its pages go back to the guest, zeroed. Nothing if it is disabled already. */
  disable(): void {
    if (!this.enabled) return;
    for (const page of this.#pagesOfPool.toReversed()) page.addToP2m();
    this.enabled = false;
  }

  /** Hand the vcpu's request to the device model; the vcpu then waits for it. */
  send(vcpu: Vcpu, ioreq: Ioreq): SendResult {
    return this.requests.send(vcpu, ioreq);
  }

  /** The requests that it has not answered, oldest first. */
  pendingRequests(): PendingRequest[] {
    return this.requests.outstanding();
  }

  /** The device model takes a vcpu's request to work on it; how often it has been handed out. */
  take(vcpu: number): number {
    return this.requests.take(vcpu);
  }

  /** The device model answers a vcpu's request; false if it has none (any more). */
  complete(vcpu: number, answer?: Answer): boolean {
    return this.requests.complete(vcpu, answer);
  }

  /** Those of the default server stay where the guest has them. */
  get #pagesOfPool(): readonly IoreqPage[] {
    return this.isDefault ? [] : [this.ioreqPage, this.bufioreqPage];
  }
}
