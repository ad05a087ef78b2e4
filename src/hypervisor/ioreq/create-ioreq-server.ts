/** XEN_DMOP_create_ioreq_server: the caller becomes the emulator of a new, disabled server. */

import { XenError } from '../abi/errno.js';
import { domainPause } from '../schedule/domain-pause.js';
import type { Task } from '../schedule/task.js';
import { BUFIOREQ, IoreqServer } from './ioreq-server.js';
import { mapPages, type Emulator, type IoreqServers } from './ioreq-servers.js';
import type { IoreqTarget } from './ioreq-target.js';

export function* createIoreqServer(
  domain: IoreqTarget & { readonly ioreqServers: IoreqServers },
  caller: Emulator,
  handleBufioreq: number,
): Task<IoreqServer> {
  if (handleBufioreq > BUFIOREQ.atomic)
    throw new XenError('EINVAL', `${handleBufioreq} is no way to handle bufioreqs`);
  yield* domainPause(domain);
  try {
    yield domain.ioreqServers.lock.wantedBy({});
    return create(domain, caller, handleBufioreq);
  } finally {
    domain.unpause();
  }
}

function create(
  domain: IoreqTarget & { readonly ioreqServers: IoreqServers },
  { domid }: Emulator,
  handleBufioreq: number,
): IoreqServer {
  const servers = domain.ioreqServers;
  const server = new IoreqServer(domain, { id: servers.nextId(), emulator: domid, handleBufioreq });
  if (domain.profile.knobs.ioreq_page_at === 'create') mapPages(server);
  try {
    server.openPorts();
  } catch (error) {
    server.bufioreqPage.unmapGfn();
    server.ioreqPage.unmapGfn();
    throw error;
  }
  servers.add(server);
  domain.emit({ type: 'domain', domid: domain.domid, change: 'ioreq_servers' });
  return server;
}
