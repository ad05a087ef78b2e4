/** Every route of a host. */

import type { FastifyPluginCallback } from 'fastify';
import type { Host } from '../hypervisor/index.js';
import { coverageRoutes } from './coverage.js';
import { dmOpRoutes } from './dm-op.js';
import { domainRoutes } from './domains.js';
import { evtchnPendingRoutes } from './evtchn-pending.js';
import { exploreRoutes } from './explore.js';
import { exchangeRoutes } from './exchange.js';
import { guestAccessRoutes } from './guest-access.js';
import { hypercallRoutes } from './hypercall-routes.js';
import { hvmOpRoutes } from './hvm-op.js';
import { inspectRoutes } from './inspect.js';
import { ioreqServerRoutes } from './ioreq-servers.js';
import { irqRoutes } from './irqs.js';
import { Listeners } from './listeners.js';
import { acceptOctets } from './octets.js';
import { monitorRoutes } from './monitor.js';
import { multicallRoutes, type FieldErrors } from './multicall.js';
import { pageRoutes } from './pages.js';
import { profileRoutes } from './profiles.js';
import { ramRoutes } from './ram.js';
import { responderRoutes } from './responder.js';
import { streamRoutes } from './stream.js';
import { vcpuRoutes } from './vcpus.js';
import { Waiting } from './waiting.js';

export interface RoutesOptions {
  readonly host: Host;
  readonly fieldErrors: FieldErrors;
}

export const routes: FastifyPluginCallback<RoutesOptions> = (app, { host, fieldErrors }, done) => {
  const listeners = new Listeners();
  const waiting = new Waiting(listeners);
  host.onEvent = (event) => listeners.hear(event);
  app.addHook('preClose', (closed) => {
    waiting.end();
    closed();
  });

  acceptOctets(app);

  domainRoutes(app, host);
  hypercallRoutes(app, host);
  dmOpRoutes(app, host);
  hvmOpRoutes(app, host);
  multicallRoutes(app, host, fieldErrors);
  guestAccessRoutes(app, host, waiting);
  vcpuRoutes(app, host);
  ioreqServerRoutes(app, host);
  evtchnPendingRoutes(app, host, waiting);
  exchangeRoutes(app, host, waiting);
  streamRoutes(app, host, listeners);
  responderRoutes(app, host, listeners);
  monitorRoutes(app, host, waiting);
  pageRoutes(app, host);
  ramRoutes(app, host);
  inspectRoutes(app, host);
  irqRoutes(app, host);
  coverageRoutes(app);
  profileRoutes(app);
  exploreRoutes(app);
  done();
};
