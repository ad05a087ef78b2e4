/** A device model of the job: it serves the writes to page 0 of domain 1 of a host. */

import { setTimeout } from 'node:timers/promises';
import { connect } from 'fakexen/client';
import { ask } from './ask.mjs';

const ADDRESS = 8;
const WRITE = { kind: 'write', gpa: '0x8', size: 4, data: '0x2a' };
const PAUSE_MS = 10;

/** A guest's write, as its device model sees it over a WebSocket. */
export async function serveOneWrite(proxy, host) {
  const { domain, server } = await armed(proxy, host);
  const seen = [];
  const serving = server.serve(({ addr, data }) => void seen.push(`${addr} ${data}`), {
    transport: 'websocket',
  });
  await domain.guest.write(ADDRESS, 42);
  await serving.stop();
  return seen.join();
}

/** A guest that has written and waits, for nobody serves it; `ends` with the status of an answer, or with none. */
export async function writeThatWaits(proxy, host) {
  const { domain } = await armed(proxy, host);
  const url = `${proxy}/hosts/${host}/domains/${String(domain.domid)}`;
  const ends = ask(`${url}/guest-access`, 'POST', WRITE).then(
    ({ status }) => String(status),
    () => 'no answer',
  );
  while ((await ask(`${url}/vcpus/0`)).body.waits_for === null) await setTimeout(PAUSE_MS);
  return { ends };
}

async function armed(proxy, host) {
  const domain = connect(proxy, { host }).domain(1);
  const server = await domain.createIoreqServer();
  const { id } = server;
  await domain.dmop.get_ioreq_server_info({ id, flags: 0 });
  await domain.dmop.set_ioreq_server_state({ id, enabled: 1 });
  await domain.dmop.map_mem_type({ id, type: 'ioreq_server', flags: ['write'] });
  await domain.dmop.set_mem_type({ mem_type: 'ioreq_server', first_pfn: 0, nr: 1 });
  return { domain, server };
}
