/** Every route of a host: each asks the request for the world that it is about. */

import type { FastifyPluginCallback } from 'fastify';
import { clockRoutes } from './clock.js';
import { coverageRoutes } from './coverage.js';
import { dmOpRoutes } from './dm-op.js';
import { domainRoutes } from './domains.js';
import { eptMapRoutes } from './ept-map.js';
import { evtchnPendingRoutes } from './evtchn-pending.js';
import { exploreRoutes } from './explore.js';
import { exchangeRoutes } from './exchange.js';
import { faultRoutes } from './faults/faults.js';
import { guestAccessRoutes } from './guest-access.js';
import { hostRoutes } from './host-routes.js';
import type { Hosts } from './hosts.js';
import { hypercallRoutes } from './hypercall-routes.js';
import { hvmOpRoutes } from './hvm-op.js';
import { inspectRoutes } from './inspect.js';
import { ioreqServerSelectRoutes } from './ioreq-server-select.js';
import { ioreqServerRoutes } from './ioreq-servers.js';
import { irqRoutes } from './irqs.js';
import { accountForRequests } from './journal/account-for-requests.js';
import { eventRoutes } from './journal/events.js';
import { journalRoutes } from './journal/journal.js';
import { mappingRoutes } from './mappings.js';
import { acceptOctets } from './octets.js';
import { monitorRoutes } from './monitor.js';
import type { FieldErrors } from './field-errors.js';
import { multicallRoutes } from './multicall.js';
import { pageRoutes } from './pages.js';
import { ProblemError, ownProblem } from './problem.js';
import { profileRoutes } from './profiles.js';
import { ramRoutes } from './ram.js';
import { resetRoutes } from './reset.js';
import { responderRoutes } from './responder.js';
import { snapshotRoutes } from './snapshots.js';
import { streamRoutes } from './stream.js';
import { vcpuRoutes } from './vcpus.js';
import { xenstoreRoutes } from './xenstore.js';

const ENDING = 'the service is ending: ask another one, or this one later';

export interface RoutesOptions {
  readonly hosts: Hosts;
  readonly fieldErrors: FieldErrors;
}

export const routes: FastifyPluginCallback<RoutesOptions> = (app, { hosts, fieldErrors }, done) => {
  app.addHook('preClose', (closed) => {
    hosts.end(new ProblemError(ownProblem('shutting-down', ENDING)));
    closed();
  });

  accountForRequests(app);
  acceptOctets(app);

  domainRoutes(app);
  hypercallRoutes(app);
  dmOpRoutes(app);
  hvmOpRoutes(app);
  multicallRoutes(app, fieldErrors);
  guestAccessRoutes(app);
  vcpuRoutes(app);
  ioreqServerRoutes(app);
  ioreqServerSelectRoutes(app);
  evtchnPendingRoutes(app);
  exchangeRoutes(app);
  streamRoutes(app);
  responderRoutes(app);
  monitorRoutes(app);
  pageRoutes(app);
  mappingRoutes(app);
  ramRoutes(app);
  inspectRoutes(app);
  eptMapRoutes(app);
  irqRoutes(app);
  coverageRoutes(app);
  xenstoreRoutes(app);
  profileRoutes(app);
  exploreRoutes(app);
  journalRoutes(app);
  eventRoutes(app);
  faultRoutes(app);
  clockRoutes(app);
  hostRoutes(app, hosts, fieldErrors);
  resetRoutes(app, fieldErrors);
  snapshotRoutes(app, fieldErrors);
  done();
};
