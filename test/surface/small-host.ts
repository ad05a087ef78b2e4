/** A host with something on it that requests can be about. */

import { Host } from '../../src/hypervisor/index.js';
import { P2MT } from '../../src/hypervisor/abi/p2m-type.js';
import { createIoreqServer } from '../../src/hypervisor/ioreq/create-ioreq-server.js';
import { setIoreqServerState } from '../../src/hypervisor/ioreq/set-ioreq-server-state.js';
import { runTask } from '../../src/hypervisor/schedule/task.js';

const DOM0 = { domid: 0 };
const WRITE = 2;
const MEMORY = 1;

/** Domain 1 has two ioreq servers, one of which works; domain 2 is its device model's. */
export function hostWithDeviceModel(): Host {
  const host = new Host();
  const d1 = host.createDomain({ memoryMib: 4, vcpus: 2, paused: false });
  host.createDomain({ memoryMib: 1, target: 1 });
  const { id } = runTask(createIoreqServer(d1, DOM0, 2));
  d1.ioreqServers.info(id, DOM0, 0);
  d1.ioreqServers.mapRange(id, DOM0, MEMORY, 0xf000_0000n, 0xf000_0fffn);
  runTask(setIoreqServerState(d1, DOM0, id, true));
  d1.p2m.claim.claim(id, WRITE);
  d1.p2m.changeTypeOne(0x100, P2MT.ram_rw, P2MT.ioreq_server);
  runTask(createIoreqServer(d1, DOM0, 0));
  return host;
}
