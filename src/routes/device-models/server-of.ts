/** The ioreq server that a URL names. */

import { XenError, type Domain, type IoreqServer } from '../../hypervisor/index.js';

export function serverOf(domain: Domain, id: number): IoreqServer {
  const server = domain.ioreqServers.find(id);
  if (server === undefined)
    throw new XenError('ENOENT', `domain ${domain.domid} has no ioreq server ${id}`);
  return server;
}
