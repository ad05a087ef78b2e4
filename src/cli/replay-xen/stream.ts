/** The device model served over WebSockets, one to each server that it has to do with. */

import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { RecordedBufioreq, RecordedIoreq } from './recording.js';
import type { ServedDomain } from './served-domain.js';
import type { Transport } from './transport.js';
import {
  completionOf,
  recordedIoreq,
  recordedSlots,
  type Exchanged,
  type PendingIoreq,
  type WireIoreq,
} from './wire-ioreq.js';

const SUBPROTOCOL = 'fakexen.ioreq.v1';

interface Connection {
  readonly socket: WebSocket;
  /** What has been pushed and not been looked at. */
  readonly ioreqs: PendingIoreq[];
  readonly bufioreqs: WireIoreq[];
  readonly stale: unknown[];
}

export class Stream implements Transport {
  readonly #connections = new Map<number, Connection>();

  async take(domain: ServedDomain, id: number): Promise<RecordedIoreq> {
    const [pending] = (await this.#upToDate(domain, id)).ioreqs;
    if (pending === undefined) throw new Error(`server ${id} pushes no request`);
    return recordedIoreq(domain, id, pending);
  }

  async answer(domain: ServedDomain, id: number, value: bigint | undefined): Promise<void> {
    const { socket, ioreqs } = await this.#upToDate(domain, id);
    const pending = ioreqs.shift();
    if (pending === undefined) throw new Error(`server ${id} has no request in work`);
    socket.send(JSON.stringify({ completions: [completionOf(pending, value)] }));
    const { stale } = await this.#upToDate(domain, id);
    if (stale.length > 0) throw new Error(`server ${id} took no answer to request ${pending.seq}`);
  }

  async drain(domain: ServedDomain, id: number): Promise<RecordedBufioreq[]> {
    const { bufioreqs } = await this.#upToDate(domain, id);
    const srv = domain.servers.letterOf(id);
    return bufioreqs.splice(0).flatMap((ioreq) => recordedSlots(srv, ioreq));
  }

  async release(): Promise<void> {
    for (const [id, { socket }] of this.#connections) {
      this.#connections.delete(id);
      if (socket.readyState === WebSocket.CLOSED) continue;
      socket.close();
      await once(socket, 'close');
    }
  }

  /** The connection, once everything has arrived that was pushed before. */
  async #upToDate(domain: ServedDomain, id: number): Promise<Connection> {
    const known = this.#connections.get(id);
    if (known !== undefined && (await isAlive(known.socket))) return known;
    const connection = await this.#connect(domain, id);
    await isAlive(connection.socket);
    return connection;
  }

  async #connect(domain: ServedDomain, id: number): Promise<Connection> {
    const url = new URL(`/domains/${domain.domid}/ioreq-servers/${id}/stream`, domain.service.url);
    url.protocol = 'ws:';
    const socket = new WebSocket(url, SUBPROTOCOL);
    const connection = { socket, ioreqs: [], bufioreqs: [], stale: [] } as Connection;
    socket.on('message', (message: Buffer) => {
      const { ioreqs, bufioreqs, stale } = JSON.parse(message.toString()) as Exchanged;
      connection.ioreqs.push(...ioreqs);
      connection.bufioreqs.push(...bufioreqs);
      connection.stale.push(...stale);
    });
    await once(socket, 'open');
    this.#connections.set(id, connection);
    return connection;
  }
}

/** Whether the service answers, after all that it had to say before; it closes when the server goes. */
async function isAlive(socket: WebSocket): Promise<boolean> {
  if (socket.readyState !== WebSocket.OPEN) return false;
  const heard = new AbortController();
  socket.ping();
  try {
    return await Promise.race([
      once(socket, 'pong', { signal: heard.signal }).then(() => true),
      once(socket, 'close', { signal: heard.signal }).then(() => false),
    ]);
  } finally {
    heard.abort();
  }
}
