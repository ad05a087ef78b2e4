/**
 * What happens on the host that is looked at, record by record: `/events` read by fetch, which can carry a token. A
 * connection that comes back may be to another life of the host, whose numbers say other things: everything is heard
 * from the beginning then, as far as it is kept, and asked anew.
 */

import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { serverSentEvents, type ServerSentEvent } from '../../../src/client/server-sent-events.js';
import { authorization, serviceUrl } from '../api.js';
import { hostName } from '../navigation.js';
import { refuseToken } from '../token.js';
import type { Entry } from './entry.js';
import { EntryRing } from './entry-ring.js';

export type Liveness = 'connecting' | 'live' | 'lost';
type Listener = (entries: readonly Entry[]) => void;

/** How long entries gather before anybody is told, in milliseconds. */
const GATHER = 50;
const RETRY = { first: 500, most: 5000 };

const state = signal<Liveness>('connecting');
const generations = signal(0);
const heard = signal(0);
const listeners = new Set<Listener>();

export const liveness: ReadonlySignal<Liveness> = state;
/** Goes up when the host is another, was reset, or has dropped what was not seen: ask anew. */
export const generation: ReadonlySignal<number> = generations;
/** Goes up whenever `entries` has grown. */
export const growth: ReadonlySignal<number> = heard;
/** The latest of what happened. */
export const entries = new EntryRing();

/** The same entries for a component, which is drawn again when there are more. */
export const entriesNow = (): readonly Entry[] => (growth.value === 0 ? [] : entries.all);

/** Told of entries in batches, from now on; answers how to stop. */
export function onEntries(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** From now on, whatever host the address names. */
export function followHost(): void {
  effect(() => {
    const following = new Following(hostName.value, authorization());
    void following.run();
    return () => following.stop();
  });
}

/** One host, followed until another is. */
class Following {
  readonly #url: string;
  readonly #headers: Record<string, string>;
  readonly #stopped = new AbortController();
  #gathered: Entry[] = [];
  #retryIn = RETRY.first;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: string, headers: Record<string, string>) {
    this.#url = `${serviceUrl}/hosts/${encodeURIComponent(host)}/events?after=0`;
    this.#headers = headers;
  }

  async run(): Promise<void> {
    this.#beginAnew();
    state.value = 'connecting';
    while (!this.#hasStopped()) {
      await this.#listen().catch(() => undefined); // Whether it ended or broke, what follows is the same.
      if (this.#hasStopped()) return;
      state.value = 'lost';
      await new Promise((resolve) => setTimeout(resolve, this.#retryIn));
      this.#retryIn = Math.min(this.#retryIn * 2, RETRY.most);
    }
  }

  stop(): void {
    this.#stopped.abort();
    clearTimeout(this.#timer);
  }

  readonly #hasStopped = () => this.#stopped.signal.aborted;

  async #listen(): Promise<void> {
    const response = await fetch(this.#url, {
      headers: this.#headers,
      signal: this.#stopped.signal,
    });
    if (response.status === 401) {
      refuseToken();
      this.stop();
    }
    if (!response.ok || response.body === null) return;
    if (state.value === 'lost') this.#beginAnew();
    state.value = 'live';
    this.#retryIn = RETRY.first;
    for await (const event of serverSentEvents(piecesOf(response.body))) this.#take(event);
  }

  #take({ event, data }: ServerSentEvent): void {
    if (event === 'gap') this.#beginAnew();
    if (!('seq' in data)) return;
    this.#gathered.push({ ...(data as unknown as Entry), at: performance.now() });
    this.#timer ??= setTimeout(() => this.#tell(), GATHER);
  }

  #tell(): void {
    const batch = this.#gathered;
    this.#gathered = [];
    this.#timer = undefined;
    entries.push(batch);
    for (const listener of listeners) listener(batch);
    heard.value = heard.peek() + 1;
  }

  #beginAnew(): void {
    this.#gathered = [];
    entries.clear();
    generations.value = generations.peek() + 1;
    heard.value = heard.peek() + 1;
  }
}

/** Not every browser iterates over a stream by itself. */
async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}
