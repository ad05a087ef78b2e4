/** Building a service takes longer than most tests: one that a test is done with serves the next, on another host. */

import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { Host } from '../../src/hypervisor/index.js';
import { ProblemError, ownProblem } from '../../src/routes/problem.js';
import { buildApp } from '../../src/server/app.js';

const OVER = new ProblemError(ownProblem('shutting-down', 'the test is over'));

const idle: FastifyInstance[] = [];

/** A service of its own, for the time of the test, about this host. */
export async function appFor(host: Host): Promise<FastifyInstance> {
  const app = idle.pop() ?? (await build());
  serve(app, host);
  onTestFinished(() => {
    if (!closed.has(app)) idle.push(app);
  });
  return app;
}

/** From now on it is about this host. */
export function serve(app: FastifyInstance, host: Host): void {
  app.hosts.default.end(OVER);
  app.hosts.add(app.hosts.default.name, host);
}

const closed = new WeakSet<FastifyInstance>();

async function build(): Promise<FastifyInstance> {
  const app = await buildApp({ host: new Host() });
  app.addHook('onClose', (_instance, done) => {
    closed.add(app);
    done();
  });
  await app.ready();
  return app;
}
