/** `fakexen` in a program: a host that runs inside a test, on a free port of the loopback. */

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { connect, type XenHost } from '../client/index.js';
import { Host, type HostSettings } from '../hypervisor/index.js';
import { DEFAULT_HOST } from '../routes/hosts/hosts.js';
import { buildApp } from './app.js';

/** By then those who wait have been answered. */
const CUT_MS = 20;

export interface FakeXen {
  readonly url: string;
  readonly client: XenHost;
  /** The machine itself, with no HTTP in between; another one after a reset. */
  readonly host: Host;
  close(): Promise<void>;
}

/**
 * Services that serve nobody. To build one takes longer than a test likes to wait: the first is built while the program
 * loads, and those that are closed are served again, with another host.
 */
const idle: Service[] = [await build()];

export async function startFakeXen(settings?: Partial<HostSettings>): Promise<FakeXen> {
  const host = new Host(settings);
  const service = idle.pop() ?? (await build());
  const { app } = service;
  const served = app.hosts.add(DEFAULT_HOST, host);
  app.server.listen(0, '127.0.0.1');
  await once(app.server, 'listening');
  const { port } = app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  let closing: Promise<void> | undefined;
  return {
    url,
    client: connect(url),
    get host() {
      return served.world.host;
    },
    close: () => (closing ??= end(service)),
  };
}

interface Service {
  readonly app: FastifyInstance;
  /** Connections that have become WebSockets, of which the server knows no more. */
  readonly upgraded: Set<Duplex>;
}

async function build(): Promise<Service> {
  const app = await buildApp({ host: new Host() });
  await app.ready();
  const upgraded = new Set<Duplex>();
  app.server.on('upgrade', (_message, connection: Duplex) => {
    upgraded.add(connection);
    connection.once('close', () => upgraded.delete(connection));
  });
  return { app, upgraded };
}

/** A connection on which nothing was ever asked is not idle to Node, and would keep the server open. */
async function end(service: Service): Promise<void> {
  const { app, upgraded } = service;
  const { hosts, server } = app;
  const closed = once(server, 'close');
  server.close();
  for (const host of hosts.all) hosts.remove(host, 'was closed');
  const cut = setInterval(() => {
    server.closeAllConnections();
    for (const connection of upgraded) connection.destroy();
  }, CUT_MS);
  await closed;
  clearInterval(cut);
  hosts.add(DEFAULT_HOST, new Host());
  idle.push(service);
}
