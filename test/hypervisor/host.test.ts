import { describe, expect, it } from 'vitest';
import { HVM_PARAM } from '../../src/hypervisor/abi/hvm-param.js';
import { resolveConfig } from '../../src/hypervisor/domain-spec.js';
import { DOMAIN_CHANGES } from '../../src/hypervisor/events.js';
import { Host } from '../../src/hypervisor/host.js';
import { createIoreqServer } from '../../src/hypervisor/ioreq/create-ioreq-server.js';
import { destroyIoreqServer } from '../../src/hypervisor/ioreq/destroy-ioreq-server.js';
import { KIND } from '../../src/hypervisor/journal/journal-kinds.js';
import { Journal } from '../../src/hypervisor/journal/journal.js';
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

  it('answers EEXIST for a domid in use, or as the Xen of its profile does', () => {
    const host = new Host();
    host.createDomain({ ...SMALL, domid: 7 });

    expect(() => host.createDomain({ ...SMALL, domid: 7 })).toThrow(
      errno('EEXIST', 'domain 7 exists'),
    );
    expect(() => host.createDomain({ ...SMALL, domid: 7, profile: '4.9' })).toThrow(
      errno('EINVAL'),
    );
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

describe('domains', () => {
  it('are told by domid', () => {
    const host = new Host();
    for (const domid of [3, 1, 2]) host.createDomain({ ...SMALL, domid });

    expect(host.domains.map(({ domid }) => domid)).toEqual([1, 2, 3]);
    expect([host.find(2)?.domid, host.find(4)]).toEqual([2, undefined]);
    expect(() => host.domain(4)).toThrow(errno('ESRCH', 'there is no domain 4'));
  });

  it('that are built as a toolstack builds them are ready for a device model', () => {
    const host = new Host();

    const [plain, ready] = [false, true].map((toolstack) => host.createDomain({ toolstack }));

    expect(plain?.params.has(HVM_PARAM.STORE_EVTCHN)).toBe(false);
    expect(ready?.params.has(HVM_PARAM.STORE_EVTCHN)).toBe(true);
  });

  it('that are added by their whole configuration have nothing in them', () => {
    const { host, events } = hostWithRam(4);

    const added = host.addDomain(5, resolveConfig({}, '4.17'));

    expect([added.pages, added.controllerPauseCount]).toEqual([0, 1]);
    expect(host.find(5)).toBe(added);
    expect(events.at(-1)).toEqual({ type: 'domain', domid: 5, change: 'created' });
  });
});

describe('a journal', () => {
  const changes = ({ journal }: Host) =>
    Array.from({ length: journal!.nextSeq - 1 }, (_, at) => journal!.at(at + 1))
      .filter((record) => record?.kind === KIND.domain)
      .map((record) => [record?.domid, DOMAIN_CHANGES[record!.numbers[0]!]]);

  it('has a host that keeps none say the number of the first record', () => {
    const host = new Host();
    expect(host.nextSeq).toBe(host.firstSeq);

    host.journal = new Journal(host.clock, 8, 7);

    expect(host.nextSeq).toBe(7);
  });

  it('has the lives of domains, and of those that could not be built', () => {
    const host = new Host({ machineFrames: [[0, 0x1fff]] });
    host.journal = new Journal(host.clock);

    host.createDomain(SMALL);
    expect(() => host.createDomain({ memory: [{ firstGfn: 0, nr: 0x2000 }] })).toThrow(
      errno('ENOMEM'),
    );
    host.pauseDomain(1);
    host.destroyDomain(1);

    expect(changes(host)).toEqual([
      [1, 'created'],
      [2, 'created'],
      [2, 'destroyed'],
      [1, 'paused'],
      [1, 'destroyed'],
    ]);
  });
});

describe('destroyDomain', () => {
  it('waits for those who have pages of the domain mapped, and lets go of those that it had', () => {
    const { host, d1, events } = hostWithRam(4);
    const d2 = host.createDomain(SMALL);
    const frames = [d1.p2m.query(0).mfn];
    const byDom0 = d1.mappings.add({ by: 0, frames, areOwn: true });
    d1.mappings.add({ by: 2, frames, areOwn: true });

    host.destroyDomain(2);
    expect([host.find(2), [...d1.mappings.all.keys()]]).toEqual([undefined, [byDom0]]);
    for (const _ of [1, 2]) host.destroyDomain(1);

    expect([host.find(1)?.dying, d2.dying]).toEqual([true, true]);
    expect(
      events.filter((event) => event.type === 'domain' && event.change === 'destroyed'),
    ).toHaveLength(2);
    expect([host.unmap(d1, 99), host.unmap(d1, byDom0)]).toEqual([false, true]);
    expect([host.find(1), host.machine.isAllocated(frames[0]!)]).toEqual([undefined, false]);
  });

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
    const { host, d1 } = hostWithRam(4, { vcpus: 5 });
    const resumed: number[] = [];
    host.resumeVcpu = (domain, { id }) => resumed.push(domain.domid * 10 + id);
    d1.vcpu(1).access = { id: 1, settled: false };
    d1.vcpu(2).access = { id: 2, settled: true };
    d1.vcpu(3).access = { id: 3, settled: false };
    d1.vcpu(3).blockedInXen = { ioservid: 0, port: 1 };
    d1.vcpu(4).access = { id: 4, settled: false };
    d1.calling = d1.vcpu(4);

    act(host);

    expect(resumed).toEqual([11]);
  });
});

describe('what a host holds beside its domains', () => {
  it('comes back as it was', () => {
    const { host, d1, dom0 } = hostWithRam(4);
    for (const domid of [5, 3]) {
      host.createDomain({ ...SMALL, domid, target: 1 });
      runTask(createIoreqServer(d1, { domid }, 0));
      host.destroyDomain(domid);
    }
    dom0.eventChannels.allocUnbound(0);
    const other = new Host();

    other.restore(host.save());

    expect(host.save()).toMatchObject({ lastDomid: 1, zombies: [3, 5] });
    expect(other.save()).toEqual(host.save());
    expect(new Host().save()).toEqual({ lastDomid: 0, zombies: [], dom0: undefined });
    other.restore(new Host().save());
    expect(other.caller(0).eventChannels.status(1).state).toBe('unbound');
  });

  it('takes a domain in to which nothing has happened', () => {
    const { host, events } = hostWithRam(4);
    const told = events.length;

    const adopted = host.adopt(6, resolveConfig({}, '4.17'));

    expect([host.find(6) === adopted, adopted.controllerPauseCount]).toEqual([true, 0]);
    expect(events).toHaveLength(told);
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
