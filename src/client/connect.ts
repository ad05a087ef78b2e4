/** A Xen host, reached at its URL. */

import createClient, { type Client } from 'openapi-fetch';
import { answerOf } from './answer-of.js';
import type { paths } from './api.js';
import { dialTo, type Dial } from './dial.js';
import { Domain, type DomainSpec } from './domain.js';
import { fetchOverSocket } from './fetch-over-socket.js';

export interface ConnectOptions {
  /** The domain that issues the hypercalls: 0, dom0, if not said. */
  readonly caller?: number | undefined;
  /** The emulated host, if not the default one. */
  readonly host?: string | undefined;
  /** What a service that asks for one was started with. */
  readonly token?: string | undefined;
  /** In place of the global one. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
}

/** What is served on a Unix socket has URLs all the same. */
const AT_A_SOCKET = 'http://localhost';

/** The URL may be `unix:` and the path of a socket. */
export function connect(url: string, options: ConnectOptions = {}): XenHost {
  return new XenHost(url, options);
}

export class XenHost {
  readonly url: string;
  /** Every operation of the OpenAPI document, by its path. */
  readonly api: Client<paths>;
  readonly #dial: Dial;

  constructor(url: string, { caller, host, token, fetch }: ConnectOptions) {
    const [, socket] = /^unix:(?:\/\/)?(\/.*)/.exec(url) ?? [];
    const root = socket === undefined ? url.replace(/\/$/, '') : AT_A_SOCKET;
    const fetcher = fetch ?? (socket === undefined ? undefined : fetchOverSocket(socket));
    this.url = host === undefined ? root : `${root}/hosts/${encodeURIComponent(host)}`;
    const headers = {
      ...(caller !== undefined && { 'xen-caller-domid': String(caller) }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    this.#dial = dialTo(this.url, headers, socket);
    this.api = createClient<paths>({
      baseUrl: this.url,
      headers,
      ...(fetcher !== undefined && { fetch: fetcher }),
    });
  }

  async createDomain(spec: DomainSpec = {}): Promise<Domain> {
    const { domid } = await answerOf(this.api.POST('/domains', { body: spec }));
    return this.domain(domid);
  }

  /** One that there is. */
  domain(domid: number): Domain {
    return new Domain(this.api, this.#dial, domid);
  }

  /** Every domain but dom0. */
  async domains(): Promise<Domain[]> {
    const { domains } = await answerOf(this.api.GET('/domains'));
    return domains.map(({ domid }) => this.domain(domid));
  }
}
