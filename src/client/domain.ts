/** A domain, as those have it who run a device model for it. */

import type { Client } from 'openapi-fetch';
import { answerOf } from './answer-of.js';
import type { operations, paths } from './api.js';
import type { Dial } from './dial.js';
import { Guest } from './guest.js';
import { hypercallsIn, type Hypercalls } from './hypercalls.js';
import { IoreqServer } from './ioreq-server.js';

export type DomainSpec = operations['createDomain']['requestBody']['content']['application/json'];
export type DomainDescription =
  operations['getDomain']['responses'][200]['content']['application/json'];

type Creation =
  operations['DMOP_create_ioreq_server']['requestBody']['content']['application/json'];

export class Domain {
  readonly domid: number;
  readonly guest: Guest;
  readonly hvmop: Hypercalls<'hvmop'>;
  readonly dmop: Hypercalls<'dmop'>;
  readonly memory: Hypercalls<'memory'>;
  readonly domctl: Hypercalls<'domctl'>;
  readonly evtchn: Hypercalls<'evtchn'>;
  readonly #api: Client<paths>;
  readonly #dial: Dial;

  constructor(api: Client<paths>, dial: Dial, domid: number) {
    this.domid = domid;
    this.guest = new Guest(api, domid);
    this.hvmop = hypercallsIn('hvmop', api, domid);
    this.dmop = hypercallsIn('dmop', api, domid);
    this.memory = hypercallsIn('memory', api, domid);
    this.domctl = hypercallsIn('domctl', api, domid);
    this.evtchn = hypercallsIn('evtchn', api, domid);
    this.#api = api;
    this.#dial = dial;
  }

  describe(): Promise<DomainDescription> {
    return answerOf(this.#api.GET('/domains/{domid}', this.#here()));
  }

  async destroy(): Promise<void> {
    await answerOf(this.#api.DELETE('/domains/{domid}', this.#here()));
  }

  async pause(): Promise<void> {
    await answerOf(this.#api.POST('/domains/{domid}/pause', this.#here()));
  }

  async unpause(): Promise<void> {
    await answerOf(this.#api.POST('/domains/{domid}/unpause', this.#here()));
  }

  /** DMOP_create_ioreq_server; as on a Xen host, the server has no page until somebody asks for its frames. */
  async createIoreqServer(creation: Creation = { handle_bufioreq: 'off' }): Promise<IoreqServer> {
    const { id } = await this.dmop.create_ioreq_server(creation);
    return this.ioreqServer(id);
  }

  /** One that there is. */
  ioreqServer(id: number): IoreqServer {
    return new IoreqServer(this.#api, this.#dial, this.domid, id);
  }

  #here() {
    return { params: { path: { domid: this.domid } } };
  }
}
