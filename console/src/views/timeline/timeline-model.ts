/** The requests of a domain and what happened beside them, put together from the journal as it comes. */

import type { Entry, EntryOf } from '../../live/entry.js';

export interface Request {
  /** The record with which it begins: that it was sent or, where that is not remembered, what came first of it. */
  readonly begin: Entry;
  readonly sent: EntryOf<'ioreq'> | undefined;
  readonly vcpu: number;
  readonly ioservid: number;
  delivered: EntryOf<'ioreq_delivered'> | undefined;
  deliveries: number;
  completed: EntryOf<'ioreq_completed'> | undefined;
}

export const MARKED = [
  'vmexit',
  'ept_misconfig',
  'inject',
  'crash',
  'ioreq_claim',
  'p2m_type',
  'hypercall',
  'bufioreq',
] as const;
export type MarkKind = (typeof MARKED)[number];
export type Mark = EntryOf<MarkKind>;

const MOST = 40_000;
const DROPPED_AT_ONCE = 8_000;

export class TimelineModel {
  readonly domid: number;
  /** By when they begin. */
  requests: Request[] = [];
  /** By when they happened. */
  marks: Mark[] = [];
  /** The latest record that there is, of whatever domain. */
  latest: Entry | undefined;
  readonly vcpus = new Set<number>();
  readonly servers = new Set<number>();
  readonly #open = new Map<string, Request>();

  constructor(domid: number) {
    this.domid = domid;
  }

  /** Requests that nobody has answered, the longest first. */
  get waiting(): Request[] {
    return [...this.#open.values()];
  }

  add(entries: readonly Entry[]): void {
    for (const entry of entries) if (entry.domid === this.domid) this.#take(entry);
    this.latest = entries.at(-1) ?? this.latest;
    if (this.requests.length > MOST + DROPPED_AT_ONCE) this.requests = this.requests.slice(-MOST);
    if (this.marks.length > MOST + DROPPED_AT_ONCE) this.marks = this.marks.slice(-MOST);
  }

  #take(entry: Entry): void {
    if (entry.vcpu !== undefined) this.vcpus.add(entry.vcpu);
    if ('ioservid' in entry) this.servers.add(entry.ioservid);
    if (entry.kind === 'ioreq') this.#begin(entry, entry);
    else if (entry.kind === 'ioreq_delivered') {
      const request = this.#open.get(keyOf(entry)) ?? this.#begin(entry);
      request.delivered ??= entry;
      request.deliveries = entry.delivery ?? request.deliveries + 1;
    } else if (entry.kind === 'ioreq_completed') {
      const request = this.#open.get(keyOf(entry)) ?? this.#begin(entry);
      request.completed = entry;
      this.#open.delete(keyOf(entry));
    } else if (isMark(entry)) this.marks.push(entry);
  }

  #begin(entry: RequestEntry, sent?: EntryOf<'ioreq'>): Request {
    const { vcpu = 0, ioservid = 0 } = entry;
    const request: Request = {
      begin: entry,
      sent,
      vcpu,
      ioservid,
      delivered: undefined,
      deliveries: 0,
      completed: undefined,
    };
    this.requests.push(request);
    this.#open.set(keyOf(entry), request);
    return request;
  }
}

type RequestEntry = EntryOf<'ioreq' | 'ioreq_delivered' | 'ioreq_completed'>;

const keyOf = ({ ioservid, ioreq_seq, vcpu }: RequestEntry) =>
  `${String(ioservid)}/${String(vcpu)}/${String(ioreq_seq)}`;

const isMark = (entry: Entry): entry is Mark => (MARKED as readonly string[]).includes(entry.kind);
