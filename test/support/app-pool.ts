/** Building a service takes longer than most tests: one that a test is done with serves the next, on another host. */

import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { Host } from '../../src/hypervisor/index.js';
import { buildApp } from '../../src/server/app.js';

interface Pooled {
  readonly app: FastifyInstance;
  /** From now on the service is about this host. */
  serve(host: Host): void;
  isClosed: boolean;
}

const idle: Pooled[] = [];

/** A service of its own, for the time of the test, about this host. */
export async function appFor(host: Host): Promise<FastifyInstance> {
  const pooled = idle.pop() ?? (await build());
  pooled.serve(host);
  onTestFinished(() => {
    if (!pooled.isClosed) idle.push(pooled);
  });
  return pooled.app;
}

async function build(): Promise<Pooled> {
  let current = new Host();
  const standIn = new Proxy(current, {
    get(_, name) {
      const value: unknown = Reflect.get(current, name, current);
      return typeof value === 'function' ? value.bind(current) : value;
    },
    set: (_, name, value) => Reflect.set(current, name, value, current),
  });
  const app = await buildApp({ host: standIn });
  const pooled = {
    app,
    isClosed: false,
    serve(host: Host) {
      host.onEvent = current.onEvent;
      host.resumeVcpu = current.resumeVcpu;
      current = host;
    },
  };
  app.addHook('onClose', (_instance, done) => {
    pooled.isClosed = true;
    done();
  });
  await app.ready();
  return pooled;
}
