import { describe, expect, it } from 'vitest';
import { Host } from '../../src/hypervisor/host.js';
import { createIoreqServer } from '../../src/hypervisor/ioreq/create-ioreq-server.js';
import { destroyIoreqServer } from '../../src/hypervisor/ioreq/destroy-ioreq-server.js';
import { runTask } from '../../src/hypervisor/schedule/task.js';
import { addServer, errno, hostWithRam } from '../support/host.js';

const SMALL = { memory: [{ firstGfn: 0, nr: 1 }], specialPages: false };

describe('createDomain', () => {
  it('gives out domids upwards from the last one, whatever has become free', () => {
    const host = new Host();
    const domids = () => host.domains.map(({ domid }) => domid);
    for (let n = 0; n < 3; n++) host.createDomain(SMALL);
    host.destroyDomain(2);

    host.createDomain(SMALL);

    expect(domids()).toEqual([1, 3, 4]);
  });

  it('skips those in use, and begins anew after 0x7fef', () => {
    const host = new Host();
    host.createDomain({ ...SMALL, domid: 1 });
    host.createDomain({ ...SMALL, domid: 0x7fef });
    expect(host.createDomain(SMALL).domid).toBe(2);

    for (let domid = 3; domid < 0x7fef; domid++) {
      host.createDomain({ type: 'pv' });
      host.destroyDomain(domid);
    }

    expect(host.createDomain(SMALL).domid).toBe(3);
  });

  it('answers EEXIST for a domid in use, and takes one out of range for none', () => {
    const host = new Host();
    host.createDomain({ ...SMALL, domid: 7 });

    expect(() => host.createDomain({ ...SMALL, domid: 7 })).toThrow(errno('EEXIST'));
    expect(() => host.createDomain({ ...SMALL, domid: 7, profile: '4.9' })).toThrow(
      errno('EINVAL'),
    );
    expect(host.createDomain({ ...SMALL, domid: 0x7ff0 }).domid).toBe(1);
    expect(host.createDomain({ ...SMALL, domid: 0 }).domid).toBe(2);
  });

  it('keeps the domid of an emulator that has left a server behind', () => {
    const { host, d1 } = hostWithRam(4);
    host.createDomain({ ...SMALL, target: 1 });
    const { id } = runTask(createIoreqServer(d1, { domid: 2 }, 0));
    host.destroyDomain(2);

    expect(() => host.createDomain({ ...SMALL, domid: 2 })).toThrow(errno('EEXIST'));
    runTask(destroyIoreqServer(d1, { domid: 2 }, id));

    expect(host.createDomain({ ...SMALL, domid: 2 }).domid).toBe(2);
  });

  it('answers ENOMEM when no domid is left', () => {
    const host = new Host();
    for (let domid = 1; domid <= 0x7fef; domid++) host.createDomain({ type: 'pv', domid });

    expect(() => host.createDomain()).toThrow(errno('ENOMEM'));
  });

  it('lays a domain out as a toolstack does, paused once', () => {
    const host = new Host();

    const d1 = host.createDomain();

    expect([d1.p2m.maxMappedGfn, d1.pages, d1.controllerPauseCount]).toEqual([
      0xf_efff,
      16384 - 32 + 16,
      1,
    ]);
    expect(d1.ioreqGfns.allocate()).toBe(0xf_eff0);
    expect(host.createDomain({ paused: false }).controllerPauseCount).toBe(0);
  });

  it('takes nothing when it fails', () => {
    const host = new Host({ machineFrames: [[0, 0x1fff]] });
    const before = host.machine.allocate(1, 0);
    host.machine.free(before, 1);

    expect(() =>
      host.createDomain({
        memory: [
          { firstGfn: 0, nr: 8 },
          { firstGfn: 0x100, nr: 0x1000 },
        ],
      }),
    ).toThrow(errno('ENOMEM'));

    expect([host.domains, host.machine.allocate(0x1000, 0)]).toEqual([[], before]);
  });

  it('keeps 200 domains of 256 MiB in a handful of tables each', () => {
    const host = new Host();
    for (let n = 0; n < 200; n++) host.createDomain({ memoryMib: 256, specialPages: false });

    const tables = host.domains.map(({ p2m }) => p2m.tables.pool.inUse);
    expect(new Set(tables)).toEqual(new Set([3]));
  });
});

describe('destroyDomain', () => {
  it('gives everything back', () => {
    const { host, d1, dom0, events } = hostWithRam(8, {
      params: { IOREQ_SERVER_PFN: 2n, NR_IOREQ_SERVER_PAGES: 2n },
    });
    const server = addServer(host, d1);
    const local = dom0.eventChannels.bindInterdomain(1, server.requests.portOf(0));
    const frames = [d1.p2m.query(0).mfn, server.ioreqPage.mfn ?? 0];

    host.destroyDomain(1);

    expect(frames.map((mfn) => host.machine.isAllocated(mfn))).toEqual([false, false]);
    expect(dom0.eventChannels.status(local).state).toBe('unbound');
    expect(d1.p2m.tables.pool.inUse).toBe(0);
    expect(events.at(-1)).toEqual({ type: 'domain', domid: 1, change: 'destroyed' });
    expect(() => host.domain(1)).toThrow(errno('ESRCH'));
    expect(() => {
      host.destroyDomain(1);
    }).toThrow(errno('ESRCH'));
  });
});

describe('the life of a domain', () => {
  it('is told as it goes', () => {
    const { host, events } = hostWithRam(4);

    host.pauseDomain(1);
    host.unpauseDomain(1);
    host.shutdownDomain(1, 0x102);
    expect(host.domain(1).shutdown.reason).toBe(2);
    host.resumeDomain(1);

    expect(host.domain(1).shutdown.reason).toBeUndefined();
    expect(events).toEqual(
      ['created', 'unpaused', 'paused', 'unpaused', 'shutdown', 'resumed'].map((change) => ({
        type: 'domain',
        domid: 1,
        change,
      })),
    );
  });

  it.each([
    [
      'unpaused',
      (host: Host) => {
        host.pauseDomain(1);
        host.unpauseDomain(1);
      },
    ],
    [
      'resumed',
      (host: Host) => {
        host.shutdownDomain(1, 2);
        host.resumeDomain(1);
      },
    ],
  ])('lets vcpus with an access under way go on when it is %s', (_, act) => {
    const { host, d1 } = hostWithRam(4, { vcpus: 3 });
    const resumed: number[] = [];
    host.resumeVcpu = (domain, { id }) => resumed.push(domain.domid * 10 + id);
    d1.vcpu(1).access = { id: 1, settled: false };
    d1.vcpu(2).access = { id: 2, settled: true };

    act(host);

    expect(resumed).toEqual([11]);
  });
});

describe('a caller', () => {
  it('is dom0 or a domain that exists', () => {
    const { host, d1 } = hostWithRam(4);

    expect(host.caller(0)).toMatchObject({ domid: 0, domain: undefined });
    expect(host.caller(1)).toMatchObject({ domid: 1, domain: d1 });
    expect(() => host.caller(2)).toThrow(errno('ESRCH'));
  });

  it('hears of the events on its ports', () => {
    const { d1, dom0, events } = hostWithRam(4);
    const port = d1.eventChannels.allocUnbound(0);
    const local = dom0.eventChannels.bindInterdomain(1, port);
    dom0.eventChannels.send(local);

    expect(events.filter(({ type }) => type === 'evtchn')).toEqual([
      { type: 'evtchn', domid: 0, port: 1 },
      { type: 'evtchn', domid: 1, port: 1 },
    ]);
  });

  it('has no vcpu that Xen could wake when it is dom0', () => {
    const { dom0 } = hostWithRam(4);
    const port = dom0.eventChannels.allocUnbound(0, 0);

    dom0.eventChannels.arrive(port);

    expect(dom0.eventChannels.status(port).pending).toBe(false);
  });

  it('cannot bind a port of a domain that does not exist', () => {
    const { dom0 } = hostWithRam(4);

    expect(() => dom0.eventChannels.bindInterdomain(9, 1)).toThrow(errno('ESRCH'));
  });
});
