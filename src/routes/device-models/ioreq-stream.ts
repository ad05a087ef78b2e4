/**
 * One connection over which a device model is served. A request goes to one connection of its server at a time, and to
 * another only when that has closed: nothing is lost, and nothing is doubled while its device model lives.
 */

import type { WebSocket } from '@fastify/websocket';
import type { HostEvent, IoreqServer, PendingRequest } from '../../hypervisor/index.js';
import { onAccountOf } from '../journal/account.js';
import { NOTHING, complete, take, type Served } from './serve-ioreqs.js';
import type { Fits, StreamProtocol } from './stream-protocols.js';
import type { World } from '../world/world.js';

const MOST_AT_ONCE = 1024;
/** A client that lets so much pile up has stopped reading. */
const MOST_UNREAD_BYTES = 4 * 2 ** 20;
const HEARTBEAT_MS = 30_000;

/** Close codes of RFC 6455. */
const GOING_AWAY = 1001;
const NOT_A_MESSAGE = 1007;
const TOO_SLOW = 1013;

/** What can bring a request, or take the server away. */
const OF_SERVERS: ReadonlySet<HostEvent['type']> = new Set(['ioreq', 'bufioreq', 'domain']);

/** The open connections of each server. */
const STREAMS = new WeakMap<IoreqServer, Set<IoreqStream>>();

export interface IoreqStreamOptions {
  readonly world: World;
  readonly server: IoreqServer;
  readonly protocol: StreamProtocol;
  readonly fits: Fits;
  /** The request that opened it. */
  readonly account?: string | undefined;
}

export class IoreqStream {
  readonly #socket: WebSocket;
  readonly #options: IoreqStreamOptions;
  readonly #siblings: Set<IoreqStream>;
  /** The last request of each vcpu that went out here: it may still be answered here. */
  readonly #held = new Map<number, number>();
  #isAlive = true;
  #isDue = false;

  constructor(socket: WebSocket, options: IoreqStreamOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#siblings = STREAMS.get(options.server) ?? new Set();
    STREAMS.set(options.server, this.#siblings);
  }

  open(): void {
    const { listeners, waiting } = this.#options.world;
    const deaf = listeners.add(({ type }) => {
      if (OF_SERVERS.has(type)) this.#pushSoon();
    });
    const stay = waiting.orElse(({ message }) => {
      this.#socket.close(GOING_AWAY, message);
    });
    const heartbeat = setInterval(() => {
      this.#beat();
    }, HEARTBEAT_MS);
    this.#siblings.add(this);
    this.#socket.on('pong', () => (this.#isAlive = true));
    this.#socket.on('message', (message: Buffer) => {
      this.#hear(message);
    });
    this.#socket.on('close', () => {
      deaf();
      stay();
      clearInterval(heartbeat);
      this.#siblings.delete(this);
      for (const sibling of this.#siblings) sibling.#pushSoon();
    });
    this.#push();
  }

  /** Events come in the middle of a call; requests are taken after it. */
  #pushSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (this.#socket.readyState === this.#socket.OPEN) this.#push();
    });
  }

  #push(): void {
    const { world, server, account } = this.#options;
    if (this.#isServerGone) {
      this.#socket.close(GOING_AWAY, 'the ioreq server was destroyed');
      return;
    }
    const served = onAccountOf(world.journal, account, () =>
      take(world.host, server, MOST_AT_ONCE, (request) => this.#isFree(request)),
    );
    if (served === undefined) return;
    for (const { vcpu, seq } of served.ioreqs) this.#held.set(vcpu, seq);
    this.#say(served);
  }

  #isFree({ vcpu, seq }: PendingRequest): boolean {
    for (const sibling of this.#siblings) if (sibling.#held.get(vcpu) === seq) return false;
    return true;
  }

  #hear(message: Buffer): void {
    const { world, server, protocol, fits, account } = this.#options;
    const completions = protocol.hear(message, fits);
    if (completions === undefined) {
      this.#socket.close(NOT_A_MESSAGE, `not a message of ${protocol.name}`);
      return;
    }
    const stale = onAccountOf(world.journal, account, () =>
      complete(world.host, server, completions),
    );
    if (stale.length > 0) this.#say({ ...NOTHING, stale });
  }

  #say(served: Served): void {
    for (const message of this.#options.protocol.say(served)) this.#socket.send(message);
    if (this.#socket.bufferedAmount > MOST_UNREAD_BYTES)
      this.#socket.close(TOO_SLOW, 'requests pile up unread');
  }

  #beat(): void {
    if (!this.#isAlive) this.#socket.terminate();
    this.#isAlive = false;
    this.#socket.ping();
  }

  get #isServerGone(): boolean {
    const { world, server } = this.#options;
    const domain = world.host.find(server.target.domid);
    return domain?.ioreqServers.find(server.id) !== server;
  }
}
