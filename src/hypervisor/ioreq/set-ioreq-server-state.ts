/** XEN_DMOP_set_ioreq_server_state. */

import { domainPause } from '../schedule/domain-pause.js';
import type { Task } from '../schedule/task.js';
import type { Emulator, IoreqServers } from './ioreq-servers.js';
import type { IoreqTarget } from './ioreq-target.js';

type Servers = IoreqTarget & { readonly ioreqServers: IoreqServers };

export function* setIoreqServerState(
  domain: Servers,
  caller: Emulator,
  id: number,
  enabled: boolean,
): Task<void> {
  const { lock } = domain.ioreqServers;
  const task = {};
  yield lock.wantedBy(task);
  yield* lock.heldBy(task, () => setState(domain, caller, id, enabled));
}

function* setState(domain: Servers, caller: Emulator, id: number, enabled: boolean): Task<void> {
  const server = domain.ioreqServers.get(id, caller);
  yield* domainPause(domain);
  try {
    if (server.enabled !== enabled) server.checkPages();
    if (enabled) server.enable();
    else server.disable();
    domain.emit({ type: 'domain', domid: domain.domid, change: 'ioreq_servers' });
  } finally {
    domain.unpause();
  }
}
