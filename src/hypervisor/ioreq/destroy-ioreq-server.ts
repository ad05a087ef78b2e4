/**
 * XEN_DMOP_destroy_ioreq_server. What the server has claimed is disclaimed, but the pages of that
 * type stay: nobody gets their writes any more, and the guest faults on them again and again.
 */

import { domainPause } from '../schedule/domain-pause.js';
import type { Task } from '../schedule/task.js';
import type { IoreqServer } from './ioreq-server.js';
import type { Emulator, IoreqServers } from './ioreq-servers.js';
import type { IoreqTarget } from './ioreq-target.js';

type DomainWithServers = IoreqTarget & { readonly ioreqServers: IoreqServers };

export function* destroyIoreqServer(
  domain: DomainWithServers,
  caller: Emulator,
  id: number,
): Task<void> {
  const { lock } = domain.ioreqServers;
  const task = {};
  yield lock.wantedBy(task);
  yield* lock.heldBy(task, () => destroy(domain, caller, id));
}

function* destroy(domain: DomainWithServers, caller: Emulator, id: number): Task<void> {
  const server = domain.ioreqServers.get(id, caller);
  yield* domainPause(domain);
  try {
    if (server.enabled) server.checkPages();
    const { claim } = domain.p2m;
    if (claim.owner === id) claim.disclaim(id);
    takeDown(domain, server);
  } finally {
    domain.unpause();
  }
}

/** The domain is being destroyed: its servers go, and who owns the type is no longer asked. */
export function destroyAllIoreqServers(domain: DomainWithServers): void {
  for (const server of domain.ioreqServers.inOrder) takeDown(domain, server);
}

function takeDown(domain: DomainWithServers, server: IoreqServer): void {
  server.disable();
  server.closePorts();
  for (const page of [server.bufioreqPage, server.ioreqPage]) {
    page.unmapGfn();
    page.free();
  }
  domain.ioreqServers.remove(server);
  domain.emit({ type: 'domain', domid: domain.domid, change: 'ioreq_servers' });
}
