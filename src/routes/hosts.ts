/**
 * The hosts of the process. Every route of a host is there once: what comes for a host by name is told by the URL
 * that it came by, and routed by the rest of it.
 */

import type { IncomingMessage } from 'node:http';
import type { Host } from '../hypervisor/index.js';
import type { ProblemError } from './problem.js';
import { ServedHost } from './served-host.js';
import { address } from './world-of.js';

export const DEFAULT_HOST = 'default';

/** `/hosts/{host}`, and what is asked of it. */
const OF_A_HOST = /^\/hosts\/([^/?]+)(\/[^?]*)(.*)$/s;
/** What is of the process, and so of no host. */
const OF_THE_PROCESS = /^\/(hosts|healthz|readyz|metrics|docs|openapi\.json)(\/|$)/;

export class Hosts {
  readonly default: ServedHost;
  readonly #hosts = new Map<string, ServedHost>();

  constructor(host: Host) {
    this.default = this.add(DEFAULT_HOST, host);
  }

  add(name: string, host: Host): ServedHost {
    const served = new ServedHost(name, host);
    this.#hosts.set(name, served);
    return served;
  }

  find(name: string): ServedHost | undefined {
    return this.#hosts.get(name);
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
    if (host === undefined || OF_THE_PROCESS.test(path)) return url;
    address(message, host);
    return path + query;
  }

  /** The process ends: all who wait are told why. */
  end(why: ProblemError): void {
    for (const { world } of this.#hosts.values()) world.end(why);
  }
}
