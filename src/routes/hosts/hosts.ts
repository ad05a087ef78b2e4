/**
 * The hosts of the process. Every route of a host is there once: what comes for a host by name is told by the URL
 * that it came by, and routed by the rest of it.
 */

import type { IncomingMessage } from 'node:http';
import type { Host } from '../../hypervisor/index.js';
import type { HostArchive } from './host-archive.js';
import { DEFAULT_LIMITS, type Limits } from '../world/limits.js';
import { ProblemError, ownProblem } from '../problems/problem.js';
import { ServedHost, type HostOptions } from '../world/served-host.js';
import { address } from '../world/world-of.js';

export const DEFAULT_HOST = 'default';

/** `/hosts/{host}`, and what is asked of it. */
const OF_A_HOST = /^\/hosts\/([^/?]+)(\/[^?]*)(.*)$/s;
/** What is of the process, and so of no host. */
const OF_THE_PROCESS = /^\/(hosts|restore|healthz|readyz|metrics|docs|openapi\.json)(\/|$)/;
/** Hosts of which it is remembered that there were such. */
const GONE_KEPT = 10_000;

export const isOfTheProcess = (path: string): boolean => OF_THE_PROCESS.test(path);

export class Hosts {
  readonly limits: Limits;
  /** Where those are that are not in memory, if anywhere. */
  archive: HostArchive | undefined;
  /** The one that is served at `/` as well. */
  default: ServedHost;
  readonly #hosts = new Map<string, ServedHost>();
  readonly #gone = new Map<string, ProblemError>();
  readonly #timers = new Map<ServedHost, NodeJS.Timeout>();

  constructor(host: Host, limits = DEFAULT_LIMITS) {
    this.limits = limits;
    this.default = this.add(DEFAULT_HOST, host);
  }

  /** In place of one of that name, if there is. */
  add(name: string, host: Host, options: Partial<HostOptions> = {}): ServedHost {
    const served = new ServedHost(name, host, { limits: this.limits, ...options });
    this.#hosts.set(name, served);
    this.#gone.delete(name);
    if (name === DEFAULT_HOST) this.default = served;
    this.#watch(served);
    return served;
  }

  /** Every host, by name. */
  get all(): readonly ServedHost[] {
    return [...this.#hosts.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  get size(): number {
    return this.#hosts.size;
  }

  find(name: string): ServedHost | undefined {
    return this.#hosts.get(name);
  }

  /** Throws a problem: there was no such host, or it is gone. */
  get(name: string): ServedHost {
    const served = this.#hosts.get(name);
    if (served !== undefined) return served;
    if (this.archive?.has(name) === true) throw notLoaded(name);
    throw (
      this.#gone.get(name) ??
      new ProblemError(ownProblem('no-such-host', `there is no host ${name}`))
    );
  }

  /** Whether there was such a host. */
  isGone(name: string): boolean {
    return this.#gone.has(name);
  }

  /** Nobody comes to it any more; who waits on it is told why. */
  remove(served: ServedHost, how: string): void {
    const why = new ProblemError(ownProblem('host-gone', `host ${served.name} ${how}`));
    clearTimeout(this.#timers.get(served));
    this.#timers.delete(served);
    this.#hosts.delete(served.name);
    this.#gone.set(served.name, why);
    const [oldest] = this.#gone.keys();
    if (this.#gone.size > GONE_KEPT && oldest !== undefined) this.#gone.delete(oldest);
    served.end(why);
  }

  /** Addresses a message to its host; gives the URL by which it is routed. One for a host that is not here keeps its own. */
  route(message: IncomingMessage): string {
    const url = message.url ?? '/';
    if (!url.startsWith('/hosts/')) {
      address(message, this.default);
      return url;
    }
    const [, name = '', path = '/', query = ''] = OF_A_HOST.exec(url) ?? [];
    const host = this.#hosts.get(name);
    if (host === undefined || isOfTheProcess(path)) return url;
    host.lastUse = performance.now();
    address(message, host);
    return path + query;
  }

  /** The process ends: all who wait are told why. */
  end(why: ProblemError): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const { world } of this.#hosts.values()) world.end(why);
  }

  /** It goes once nobody has used it for its time to live. */
  #watch(served: ServedHost): void {
    const { ttlMs } = served;
    if (ttlMs === undefined) return;
    if (served.isBusy) served.lastUse = performance.now();
    const left = served.lastUse + ttlMs - performance.now();
    if (left <= 0) {
      this.remove(served, `was not used for ${ttlMs / 1000} s`);
      void this.archive?.forget(served);
      return;
    }
    const timer = setTimeout(() => {
      this.#watch(served);
    }, left);
    this.#timers.set(served, timer.unref());
  }
}

function notLoaded(name: string): ProblemError {
  const detail = `host ${name} is kept in a file, and this process has not loaded it`;
  const problem = ownProblem('host-not-loaded', detail);
  return new ProblemError({ ...problem, restore: `/hosts/${name}/restore` });
}
