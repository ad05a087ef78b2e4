import { describe, expect, it } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { acquireFrame } from '../../../src/hypervisor/ioreq/acquire-frame.js';
import { createIoreqServer } from '../../../src/hypervisor/ioreq/create-ioreq-server.js';
import { setIoreqServerState } from '../../../src/hypervisor/ioreq/set-ioreq-server-state.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import { errno, hostWithRam } from '../../support/host.js';

/** A buffering server of a domain whose gfns 2 to 5 are set aside for ioreq pages. */
function setup() {
  const params = { IOREQ_SERVER_PFN: 2n, NR_IOREQ_SERVER_PAGES: 4n };
  const context = hostWithRam(8, { params });
  const { d1, dom0 } = context;
  const { p2m, ioreqServers } = d1;
  const server = runTask(createIoreqServer(d1, dom0, 1));
  return {
    ...context,
    server,
    info: () => ioreqServers.info(server.id, dom0, 0),
    acquire: (frame: number) => acquireFrame(ioreqServers, dom0, server.id, frame),
    setState: (enabled: boolean) => {
      runTask(setIoreqServerState(d1, dom0, server.id, enabled));
    },
    types: () => [2, 3].map((gfn) => p2m.typeOf(gfn)),
  };
}

describe('acquireFrame', () => {
  it('gives a page that is none of the guest, zeroed at first, and survives enabling and disabling', () => {
    const { d1, server, acquire, setState, types } = setup();
    const free = d1.machine.allocate(1, 0);
    d1.machine.writablePage(free).fill(0xff);
    d1.machine.free(free, 1);

    const page = acquire(1);
    expect(page.bytes).toEqual(new Uint8Array(4096));
    page.bytes?.set([7], 0);
    setState(true);
    setState(false);

    expect([page.gfn, server.page?.[0], types()]).toEqual([
      undefined,
      7,
      [P2MT.ram_rw, P2MT.ram_rw],
    ]);
    expect(acquire(0)).toBe(server.bufioreqPage);
    expect(server.bufferedPage).toEqual(new Uint8Array(4096));
  });

  it('is refused as EPERM when the server has its page by gfn', () => {
    const { info, acquire } = setup();
    info();

    expect(() => acquire(1)).toThrow('the server has its page at gfn 0x2');
  });

  it('answers ENOENT, EINVAL by the frame', () => {
    const { d1, dom0, acquire } = setup();
    const plain = runTask(createIoreqServer(d1, dom0, 0));

    expect(() => acquire(2)).toThrow(errno('EINVAL', 'ioreq server 0 has no frame 2'));
    expect(() => acquireFrame(d1.ioreqServers, dom0, plain.id, 0)).toThrow(
      errno('ENOENT', 'ioreq server 1 does not buffer'),
    );
    expect(plain.bufferedPage).toBeUndefined();
    expect(() => acquireFrame(d1.ioreqServers, dom0, 7, 1)).toThrow(errno('ENOENT'));
    expect(() => acquireFrame(d1.ioreqServers, { domid: 5 }, plain.id, 1)).toThrow(errno('EPERM'));
  });
});
