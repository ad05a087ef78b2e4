/** `fakexen` in a program: a host that runs inside a test, on a free port of the loopback. */

import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { connect, type XenHost } from '../client/index.js';
import { Host, type HostSettings } from '../hypervisor/index.js';
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

/** Built while the program loads, so that the first test does not wait for it. */
let built: Built | undefined = await build();

export async function startFakeXen(settings?: Partial<HostSettings>): Promise<FakeXen> {
  const app = settings === undefined ? await takeBuilt() : await build(settings);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    client: connect(url),
    get host() {
      return app.hosts.default.world.host;
    },
    close: () => end(app),
  };
}

type Built = Awaited<ReturnType<typeof build>>;

async function build(settings: Partial<HostSettings> = {}) {
  const app = await buildApp({ host: new Host(settings) });
  await app.ready();
  return app;
}

function takeBuilt(): Built | Promise<Built> {
  const taken = built ?? build();
  built = undefined;
  return taken;
}

/** A connection on which nothing was ever asked is not idle to Node, and would keep the server open. */
async function end(app: FastifyInstance): Promise<void> {
  const cut = setInterval(() => app.server.closeAllConnections(), CUT_MS);
  await app.close();
  clearInterval(cut);
}
