/** An ioreq server, as its device model has it. */

import type { Client } from 'openapi-fetch';
import { answerOf } from './answer-of.js';
import type { operations, paths } from './api.js';
import type { BufferedIoreqHandler, IoreqHandler } from './device-model.js';
import type { Dial } from './dial.js';
import { serveByExchange } from './serve-by-exchange.js';
import { serveByStream } from './serve-by-stream.js';

export interface ServeOptions {
  /** `exchange`: one HTTP call after another. */
  readonly transport?: 'exchange' | 'websocket';
  /** Is told of what comes by the buffered ring, which nobody waits for. */
  readonly onBuffered?: BufferedIoreqHandler;
}

export interface Serving {
  /** Ends when it is stopped; rejects if a handler throws, or the server goes away. */
  readonly ended: Promise<void>;
  /** Answers what was asked, then no more; a buffered request that is on its way here may be lost. */
  stop(): Promise<void>;
}

export type IoreqServerDescription =
  operations['getIoreqServer']['responses'][200]['content']['application/json'];

export class IoreqServer {
  readonly domid: number;
  readonly id: number;
  readonly #api: Client<paths>;
  readonly #dial: Dial;

  constructor(api: Client<paths>, dial: Dial, domid: number, id: number) {
    this.domid = domid;
    this.id = id;
    this.#api = api;
    this.#dial = dial;
  }

  describe(): Promise<IoreqServerDescription> {
    const params = { path: { domid: this.domid, id: this.id } };
    return answerOf(this.#api.GET('/domains/{domid}/ioreq-servers/{id}', { params }));
  }

  /** Requests reach a server that is enabled and has a page: somebody asked Xen for its frames. */
  serve(onIoreq: IoreqHandler, options: ServeOptions = {}): Serving {
    const { transport = 'exchange', onBuffered = () => undefined } = options;
    const { domid, id } = this;
    const model = { onIoreq, onBuffered };
    const stopping = new AbortController();
    const { signal } = stopping;

    const ended =
      transport === 'websocket'
        ? serveByStream(this.#dial, `/domains/${domid}/ioreq-servers/${id}/stream`, model, signal)
        : serveByExchange(this.#api, { domid, id }, model, signal);
    return {
      ended,
      stop() {
        stopping.abort();
        return ended;
      },
    };
  }
}
