/** A device of 4 KiB of MMIO at 0xf0000000, its host reached as by anybody else. */

import { onTestFinished } from 'vitest';
import type { Domain } from '../../src/client/index.js';
import { startFakeXen } from '../../src/server/start-fake-xen.js';

export const MMIO = 0xf000_0000;

export async function fakeXen() {
  const xen = await startFakeXen();
  onTestFinished(() => xen.close());
  return xen;
}

/** A server that has its page, its range and is enabled. */
export async function servedDevice() {
  const xen = await fakeXen();
  const domain = await xen.client.createDomain({ memory_mib: 4, vcpus: 2 });
  return { xen, domain, server: await enabledServer(domain) };
}

async function enabledServer(domain: Domain) {
  const server = await domain.createIoreqServer({ handle_bufioreq: 'atomic' });
  const { id } = server;
  await domain.dmop.get_ioreq_server_info({ id, flags: 0 });
  await domain.dmop.map_io_range_to_ioreq_server({
    id,
    type: 'memory',
    start: MMIO,
    end: MMIO + 0xfff,
  });
  await domain.dmop.set_ioreq_server_state({ id, enabled: 1 });
  return server;
}
