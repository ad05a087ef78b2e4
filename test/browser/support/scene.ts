/** The example host with a device model that has claimed 64 pages, and a vcpu whose write to one of them it does not answer. */

import type { Domain, IoreqServer, XenHost } from '../../../src/client/index.js';

export const CLAIMED_GFN = '0x1000';
export const WRITTEN = '0x1000008';

export interface Scene {
  readonly domain: Domain;
  readonly server: IoreqServer;
}

export async function setScene(client: XenHost): Promise<Scene> {
  const domain = client.domain(1);
  const server = await domain.createIoreqServer();
  const { id } = server;
  await domain.dmop.get_ioreq_server_info({ id });
  await domain.dmop.map_io_range_to_ioreq_server({
    id,
    type: 'memory',
    start: '0xf0000000',
    end: '0xf000ffff',
  });
  await domain.dmop.set_ioreq_server_state({ id, enabled: 1 });
  await domain.dmop.map_mem_type({ id, type: 'ioreq_server', flags: ['write'] });
  await domain.hvmop.set_mem_type({
    hvmmem_type: 'ioreq_server',
    first_pfn: CLAIMED_GFN,
    nr: 64,
  });
  await domain.guest.write(WRITTEN, '0x2a', { size: 4, wait: 0 });
  return { domain, server };
}
