import { describe, expect, it } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { createIoreqServer } from '../../../src/hypervisor/ioreq/create-ioreq-server.js';
import { destroyIoreqServer } from '../../../src/hypervisor/ioreq/destroy-ioreq-server.js';
import { setIoreqServerState } from '../../../src/hypervisor/ioreq/set-ioreq-server-state.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import { addServer, errno, hostWithRam } from '../../support/host.js';

const WRITE = 2;

describe('destroy_ioreq_server', () => {
  it('answers ENOENT, then EPERM, and pauses only what it has found', () => {
    const { host, d1, dom0 } = hostWithRam(4);
    addServer(host, d1);

    expect(() => {
      runTask(destroyIoreqServer(d1, dom0, 3));
    }).toThrow(errno('ENOENT'));
    expect(() => {
      runTask(destroyIoreqServer(d1, { domid: 9 }, 0));
    }).toThrow(errno('EPERM'));
    expect(d1.pauseCount).toBe(0);

    const task = destroyIoreqServer(d1, dom0, 0);
    expect([task.next(false).value, task.next(false).value]).toEqual([
      expect.objectContaining({ point: 'ioreq_server_lock' }),
      'domain_pause',
    ]);
    expect(task.next(false).done).toBe(true);
    expect(d1.pauseCount).toBe(0);
  });

  it('gives back ports, gfns, machine frames and the id', () => {
    const { host, d1, dom0, events } = hostWithRam(8, {
      params: { IOREQ_SERVER_PFN: 2n, NR_IOREQ_SERVER_PAGES: 2n },
    });
    const acquired = addServer(host, d1, { handleBufioreq: 1 });
    const frames = [acquired.ioreqPage.mfn ?? 0, acquired.bufioreqPage.mfn ?? 0];
    const byGfn = runTask(createIoreqServer(d1, dom0, 1));
    d1.ioreqServers.info(byGfn.id, dom0, 0);
    runTask(setIoreqServerState(d1, dom0, byGfn.id, true));

    for (const { id } of [acquired, byGfn]) runTask(destroyIoreqServer(d1, dom0, id));

    expect([...d1.eventChannels.ports()]).toEqual([]);
    expect(frames.map((mfn) => d1.machine.isAllocated(mfn))).toEqual([false, false]);
    expect([2, 3].map((gfn) => d1.p2m.typeOf(gfn))).toEqual([P2MT.ram_rw, P2MT.ram_rw]);
    expect([d1.ioreqGfns.allocate(), d1.ioreqGfns.allocate()]).toEqual([2, 3]);
    expect(events.at(-1)).toEqual({ type: 'domain', domid: 1, change: 'ioreq_servers' });
    expect(runTask(createIoreqServer(d1, dom0, 0)).id).toBe(0);
  });

  it('disclaims what the server owns, and leaves the pages of the type as they are', () => {
    const { host, d1, dom0 } = hostWithRam(4);
    const owner = addServer(host, d1);
    const other = addServer(host, d1);
    d1.p2m.claim.claim(owner.id, WRITE);
    d1.p2m.changeTypeOne(1, P2MT.ram_rw, P2MT.ioreq_server);

    runTask(destroyIoreqServer(d1, dom0, other.id));
    expect(d1.p2m.claim.owner).toBe(owner.id);
    runTask(destroyIoreqServer(d1, dom0, owner.id));

    expect(d1.p2m.claim.owner).toBeUndefined();
    expect([d1.p2m.typeOf(1), d1.p2m.entryCount]).toEqual([P2MT.ioreq_server, 1]);
  });
});
