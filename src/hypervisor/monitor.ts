/**
 * Who watches a domain: what was done against the restrictions of its memory, and what it asks for
 * itself, told in order, and the vcpus that wait for a word of his.
 *
 * Reference: xen/common/vm_event.c, xen/common/monitor.c; xen/include/public/vm_event.h. The ring
 * never fills up here.
 */

import type { Vcpu } from './vcpu.js';

/** What a guest has tried, VM_EVENT_REASON_MEM_ACCESS. */
export interface TriedAccess {
  readonly gfn: number;
  /** Within the page. */
  readonly offset: number;
  /** Undefined where hardware did not tell. */
  readonly gla: number | undefined;
  readonly read: boolean;
  readonly write: boolean;
  readonly fetch: boolean;
  /** Whether the address was the access's own, or one of a guest page table on the way to it. */
  readonly fault: 'with_gla' | 'in_gpt' | 'unknown';
}

export interface Told {
  readonly vcpu: number;
  /** The vcpu waits until it is resumed. */
  readonly isPaused: boolean;
  /** Undefined: the guest has asked for the event, VM_EVENT_REASON_GUEST_REQUEST. */
  readonly access: TriedAccess | undefined;
}

export type MonitorEvent = Told & {
  /** Counts the monitor's events from 1. */
  readonly seq: number;
};

/** Whether he hears of what the guest asks for, and whether its vcpu waits then. */
export const GUEST_REQUESTS = ['off', 'async', 'sync'] as const;
export type GuestRequests = (typeof GUEST_REQUESTS)[number];

export class Monitor {
  readonly guestRequests: GuestRequests;
  #events: MonitorEvent[] = [];
  #lastSeq = 0;
  readonly #waiting = new Map<Vcpu, number>();

  constructor(guestRequests: GuestRequests = 'off') {
    this.guestRequests = guestRequests;
  }

  /** Events that nobody has taken. */
  get pending(): number {
    return this.#events.length;
  }

  /** Tell of an event; a vcpu that is to wait for an answer is paused. */
  put(event: Told, vcpu: Vcpu): void {
    const seq = ++this.#lastSeq;
    this.#events.push({ ...event, seq });
    if (!event.isPaused) return;
    vcpu.pauseCount++;
    this.#waiting.set(vcpu, seq);
  }

  /** The oldest events, at most `max`; each is handed out once. */
  take(max: number): readonly MonitorEvent[] {
    const taken = this.#events.slice(0, max);
    this.#events = this.#events.slice(max);
    return taken;
  }

  /** Whether the vcpu waits for an answer. */
  isWaiting(vcpu: Vcpu): boolean {
    return this.#waiting.has(vcpu);
  }

  /** Let a vcpu go on; false if it does not wait, or for another event than this. */
  resume(vcpu: Vcpu, seq?: number): boolean {
    const awaited = this.#waiting.get(vcpu);
    if (awaited === undefined || (seq !== undefined && seq !== awaited)) return false;
    this.#waiting.delete(vcpu);
    vcpu.pauseCount--;
    return true;
  }

  /** All that it holds, as plain data: `restore` makes another like it. */
  save() {
    return {
      guestRequests: this.guestRequests,
      events: this.#events,
      lastSeq: this.#lastSeq,
      waiting: [...this.#waiting].map(([{ id }, seq]) => ({ vcpu: id, seq })),
    };
  }

  restore(
    { events, lastSeq, waiting }: Omit<ReturnType<Monitor['save']>, 'guestRequests'>,
    vcpu: (id: number) => Vcpu,
  ): void {
    this.#events = events;
    this.#lastSeq = lastSeq;
    for (const { vcpu: id, seq } of waiting) this.#waiting.set(vcpu(id), seq);
  }

  /** Nobody watches any more: all go on. */
  close(): void {
    for (const vcpu of [...this.#waiting.keys()]) this.resume(vcpu);
  }
}
