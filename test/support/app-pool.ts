/** Building a service takes longer than most tests: one that a test is done with serves the next, on another host. */

import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { Host } from '../../src/hypervisor/index.js';
import { buildApp } from '../../src/server/app.js';

const idle: FastifyInstance[] = [];

/** A service of its own, for the time of the test, about this host; one that has come to listen serves no other. */
export async function appFor(host: Host): Promise<FastifyInstance> {
  const app = idle.pop() ?? (await build());
  serve(app, host);
  onTestFinished(() => {
    if (app.server.listening) void app.close();
    else if (!closed.has(app)) idle.push(app);
  });
  return app;
}

/** From now on it is about this host. */
export function serve(app: FastifyInstance, host: Host): void {
  for (const served of app.hosts.all) app.hosts.remove(served, 'is of another test');
  app.hosts.add(app.hosts.default.name, host);
}

const closed = new WeakSet<FastifyInstance>();

async function build(): Promise<FastifyInstance> {
  const app = await buildApp({ host: new Host() });
  app.addHook('preClose', (done) => {
    closed.add(app);
    done();
  });
  await app.ready();
  return app;
}
