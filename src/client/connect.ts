/** A Xen host, reached at its URL. */

import createClient, { type Client } from 'openapi-fetch';
import { answerOf } from './answer-of.js';
import type { paths } from './api.js';
import { Domain, type DomainSpec } from './domain.js';

export interface ConnectOptions {
  /** The domain that issues the hypercalls: 0, dom0, if not said. */
  readonly caller?: number;
}

export function connect(url: string, options: ConnectOptions = {}): XenHost {
  return new XenHost(url, options);
}

export class XenHost {
  readonly url: string;
  /** Every operation of the OpenAPI document, by its path. */
  readonly api: Client<paths>;

  constructor(url: string, { caller }: ConnectOptions) {
    this.url = url.replace(/\/$/, '');
    this.api = createClient<paths>({
      baseUrl: this.url,
      headers: caller === undefined ? {} : { 'xen-caller-domid': caller },
    });
  }

  async createDomain(spec: DomainSpec = {}): Promise<Domain> {
    const { domid } = await answerOf(this.api.POST('/domains', { body: spec }));
    return this.domain(domid);
  }

  /** One that there is. */
  domain(domid: number): Domain {
    return new Domain(this.api, this.url, domid);
  }

  /** Every domain but dom0. */
  async domains(): Promise<Domain[]> {
    const { domains } = await answerOf(this.api.GET('/domains'));
    return domains.map(({ domid }) => this.domain(domid));
  }
}
