/** Every route of a host: each asks the request for the world that it is about. */

import type { FastifyPluginCallback } from 'fastify';
import { clockRoutes } from './hosts/clock.js';
import { coverageRoutes } from './forms/coverage.js';
import { dmOpRoutes } from './by-number/dm-op.js';
import { domainRoutes } from './domains/domains.js';
import { eptMapRoutes } from './inspect/ept-map.js';
import { evtchnPendingRoutes } from './device-models/evtchn-pending.js';
import { exploreRoutes } from './explore/explore.js';
import { exchangeRoutes } from './device-models/exchange.js';
import { faultRoutes } from './faults/faults.js';
import { guestAccessRoutes } from './guest/guest-access.js';
import { keptSnapshotRoutes } from './hosts/kept-snapshots.js';
import { hostRoutes } from './hosts/host-routes.js';
import type { Hosts } from './hosts/hosts.js';
import { hypercallRoutes } from './calls/hypercall-routes.js';
import { hvmOpRoutes } from './by-number/hvm-op.js';
import { inspectRoutes } from './inspect/inspect.js';
import { ioreqServerSelectRoutes } from './inspect/ioreq-server-select.js';
import { ioreqServerRoutes } from './device-models/ioreq-servers.js';
import { irqRoutes } from './domains/irqs.js';
import { accountForRequests } from './journal/account-for-requests.js';
import { eventRoutes } from './journal/events.js';
import { journalRoutes } from './journal/journal.js';
import { mappingRoutes } from './domains/mappings.js';
import { acceptOctets } from './http/octets.js';
import { monitorRoutes } from './domains/monitor.js';
import type { FieldErrors } from './problems/field-errors.js';
import { multicallRoutes } from './calls/multicall.js';
import { pageRoutes } from './device-models/pages.js';
import { ProblemError, ownProblem } from './problems/problem.js';
import { profileRoutes } from './hosts/profiles.js';
import { ramRoutes } from './domains/ram.js';
import { resetRoutes } from './hosts/reset.js';
import { responderRoutes } from './device-models/responder.js';
import { snapshotRoutes } from './hosts/snapshots.js';
import { streamRoutes } from './device-models/stream.js';
import { vcpuRoutes } from './domains/vcpus.js';
import { xenstoreRoutes } from './xenstore/xenstore.js';

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
  keptSnapshotRoutes(app);
  done();
};
