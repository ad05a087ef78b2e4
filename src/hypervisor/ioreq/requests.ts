/**
 * The synchronous requests of one ioreq server: a port and a slot in the shared page for every vcpu.
 *
 * Reference: xen/common/ioreq.c, ioreq_send() and struct ioreq_vcpu. A request is the 32 bytes of its
 * slot; beside it stand only the number that we give it and how often it has been handed out.
 */

import {
  IOREQ_STATE,
  readIoreq,
  setSlotData,
  setSlotPort,
  setSlotState,
  slotPort,
  slotState,
  writeIoreq,
  type Ioreq,
} from '../abi/ioreq.js';
import { NOWHERE } from '../journal/journal.js';
import { KIND } from '../journal/journal-kinds.js';
import type { Vcpu } from '../vcpu.js';
import type { IoreqPage } from './ioreq-page.js';
import type { IoreqTarget } from './ioreq-target.js';
import { noteCompleted, noteSent } from './note-ioreq.js';

export type SendResult =
  | 'sent'
  /** The device model has broken the slot: the guest's instruction fails. */
  | 'unhandleable'
  /** The domain is shutting down: the vcpu stops before it sends. */
  | 'suspended'
  /** There is no page to put it into: a real host goes down. */
  | 'no_page';

export interface PendingRequest {
  readonly vcpu: number;
  /** Counts the server's requests from 1. */
  readonly seq: number;
  /** How often it has been handed out. */
  readonly delivery: number;
  readonly ioreq: Ioreq;
}

export interface Answer {
  /** The request that is meant; without it, whichever is pending. */
  readonly seq?: number | undefined;
  readonly data?: bigint | undefined;
}

interface Slot {
  readonly port: number;
  pending: boolean;
  seq: number;
  delivery: number;
}

export class Requests {
  readonly #target: IoreqTarget;
  readonly #ioservid: number;
  readonly #page: IoreqPage;
  readonly #slots: Slot[] = [];
  #lastSeq = 0;

  constructor(target: IoreqTarget, ioservid: number, page: IoreqPage) {
    this.#target = target;
    this.#ioservid = ioservid;
    this.#page = page;
  }

  /** How many it has had so far. */
  get lastSeq(): number {
    return this.#lastSeq;
  }

  /** The port of each vcpu. */
  get ports(): readonly number[] {
    return this.#slots.map(({ port }) => port);
  }

  /** A vcpu has got the port by which the device model tells that it has answered. */
  addVcpu(vcpu: number, port: number): void {
    this.#slots[vcpu] = { port, pending: false, seq: 0, delivery: 0 };
  }

  /** Another port takes the place of a vcpu's: its slot says so. */
  replacePort(vcpu: number, port: number): void {
    const slot = this.#slots[vcpu];
    if (slot === undefined) return;
    this.#slots[vcpu] = { ...slot, port };
    if (this.#page.view !== undefined) setSlotPort(this.#page.view, vcpu, port);
  }

  removeVcpus(): void {
    this.#slots.length = 0;
  }

  /** Write every vcpu's port into its slot, for the device model to bind. */
  announcePorts(): void {
    const { view } = this.#page;
    if (view === undefined) return;
    for (const [vcpu, { port }] of this.#slots.entries()) setSlotPort(view, vcpu, port);
  }

  /** Put a request into the vcpu's slot, and let the vcpu wait for the device model. */
  send(vcpu: Vcpu, ioreq: Ioreq): SendResult {
    const { domid, eventChannels, shutdown, journal } = this.#target;
    const { view } = this.#page;
    const slot = this.#slots[vcpu.id];
    if (view === undefined) return 'no_page';
    vcpu.io.suspended = !shutdown.startDeferral(vcpu);
    if (vcpu.io.suspended) return 'suspended';
    if (slot === undefined || slotState(view, vcpu.id) !== IOREQ_STATE.none) return 'unhandleable';
    if (slotPort(view, vcpu.id) !== slot.port) return 'unhandleable';

    writeIoreq(view, vcpu.id, ioreq, IOREQ_STATE.ready, slot.port);
    vcpu.blockedInXen = { ioservid: this.#ioservid, port: slot.port };
    slot.pending = true;
    slot.seq = ++this.#lastSeq;
    slot.delivery = 0;
    if (journal !== undefined) noteSent(journal, this.#names, vcpu.id, slot.seq, ioreq, slot.port);
    eventChannels.notify(slot.port);
    this.#target.emit({ type: 'ioreq', domid, ioservid: this.#ioservid, vcpu: vcpu.id });
    return 'sent';
  }

  /** Whether Xen waits for the answer to a request of that vcpu. */
  isPending(vcpu: number): boolean {
    return this.#slots[vcpu]?.pending === true;
  }

  /** The number of the request that Xen waits for the answer to; 0: of none. */
  pendingSeq(vcpu: number): number {
    const slot = this.#slots[vcpu];
    return slot?.pending === true ? slot.seq : 0;
  }

  /** Xen has the answer, or waits for it no longer. */
  endPending(vcpu: number, answer?: bigint): void {
    const slot = this.#slots[vcpu];
    if (slot === undefined) return;
    slot.pending = false;
    const { journal } = this.#target;
    if (journal !== undefined) noteCompleted(journal, this.#names, vcpu, slot.seq, answer);
  }

  portOf(vcpu: number): number {
    return this.#slots[vcpu]?.port ?? 0;
  }

  /** The requests that the device model has to answer, oldest first. */
  outstanding(): PendingRequest[] {
    const { view } = this.#page;
    if (view === undefined) return [];
    const requests: PendingRequest[] = [];
    for (const [vcpu, { pending, seq, delivery }] of this.#slots.entries())
      if (pending && isWithDeviceModel(slotState(view, vcpu)))
        requests.push({ vcpu, seq, delivery, ioreq: readIoreq(view, vcpu) });
    return requests.length > 1 ? requests.sort((a, b) => a.seq - b.seq) : requests;
  }

  /** The device model takes a request: READY becomes INPROCESS. Returns how often it has been handed out. */
  take(vcpu: number): number {
    const answerable = this.#answerable(vcpu);
    if (answerable === undefined) return 0;
    const { view, slot } = answerable;
    setSlotState(view, vcpu, IOREQ_STATE.inprocess);
    slot.delivery++;
    const { journal, domid } = this.#target;
    // prettier-ignore
    journal?.record(
      KIND.ioreq_delivered, domid, vcpu, NOWHERE, 0, this.#ioservid, slot.seq, slot.delivery,
    );
    return slot.delivery;
  }

  /**
   * The device model answers: the slot becomes IORESP_READY and the vcpu is notified. False if there
   * is no such request; nothing has changed then.
   */
  complete(vcpu: number, { seq, data }: Answer = {}): boolean {
    const answerable = this.#answerable(vcpu);
    if (answerable === undefined) return false;
    const { view, slot } = answerable;
    if (seq !== undefined && seq !== slot.seq) return false;
    if (data !== undefined) setSlotData(view, vcpu, data);
    setSlotState(view, vcpu, IOREQ_STATE.resp_ready);
    this.#target.eventChannels.arrive(slot.port);
    return true;
  }

  /** All that it holds, as plain data: `restore` makes another like it. */
  save() {
    return { lastSeq: this.#lastSeq, slots: this.#slots.map((slot) => ({ ...slot })) };
  }

  restore({ lastSeq, slots }: ReturnType<Requests['save']>): void {
    this.#lastSeq = lastSeq;
    this.#slots.push(...slots);
  }

  get #names() {
    return { domid: this.#target.domid, ioservid: this.#ioservid };
  }

  #answerable(vcpu: number): { view: DataView; slot: Slot } | undefined {
    const { view } = this.#page;
    const slot = this.#slots[vcpu];
    if (view === undefined || slot?.pending !== true) return undefined;
    return isWithDeviceModel(slotState(view, vcpu)) ? { view, slot } : undefined;
  }
}

const isWithDeviceModel = (state: number): boolean =>
  state === IOREQ_STATE.ready || state === IOREQ_STATE.inprocess;
