import { describe, expect, it } from 'vitest';
import { startAccess } from '../../../src/hypervisor/access/access-guest.js';
import {
  IOREQ_SERVERS,
  restoreIoreqServers,
  saveIoreqServers,
} from '../../../src/hypervisor/snapshot/ioreq-server-state.js';
import { addServer, hostWithRam } from '../../support/host.js';
import { again } from '../../support/written.js';

function busy() {
  const { host, d1 } = hostWithRam(1);
  const server = addServer(host, d1, { handleBufioreq: 2 });
  server.ranges('memory').add(0xf000_0000n, 0xf000_0fffn);
  startAccess(d1, { vcpu: 0, kind: 'read', gpa: 0xf000_0010, size: 4 });
  server.take(0);
  return { host, d1, server };
}

describe('ioreq servers in a snapshot', () => {
  it('have their ranges, pages, ports and requests', () => {
    const { host, d1, server } = busy();
    const other = hostWithRam(1);
    other.host.machine.restore(host.machine.save());
    for (const [mfn, page] of host.machine.contents())
      other.host.machine.writablePage(mfn).set(page);

    restoreIoreqServers(other.d1, again(IOREQ_SERVERS, saveIoreqServers(d1)), '');

    expect(saveIoreqServers(other.d1)).toEqual(saveIoreqServers(d1));
    expect(other.d1.ioreqServers.find(0)?.pendingRequests()).toEqual(server.pendingRequests());
    expect(other.d1.ioreqServers.find(0)?.take(0)).toBe(2);
    expect([...other.d1.ioreqServers.find(0)!.ranges('memory')]).toEqual([
      [0xf000_0000n, 0xf000_0fffn],
    ]);
  });

  it.each([
    ['a slot for each vcpu', { vcpus: 2 }, '/s/servers/0/requests/slots', 'as many as there are'],
    ['frames of the machine', {}, '/s/servers/0/ioreqPage/mfn', 'a frame of the machine'],
  ])('have %s', (_, spec, pointer, must) => {
    const saved = again(IOREQ_SERVERS, saveIoreqServers(busy().d1));
    const other = hostWithRam(1, spec, { machineFrames: [[0, 0x1000]] });

    expect(() => {
      restoreIoreqServers(other.d1, saved, '/s');
    }).toThrow(
      expect.objectContaining({
        pointer,
        message: expect.stringContaining(`must be ${must}`) as string,
      }),
    );
  });
});
