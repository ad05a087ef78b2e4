import { describe, expect, it } from 'vitest';
import { P2MT } from '../../src/hypervisor/abi/p2m-type.js';
import { XenError } from '../../src/hypervisor/abi/errno.js';
import { resolveConfig } from '../../src/hypervisor/domain-spec.js';
import { Host } from '../../src/hypervisor/host.js';
import { SharedInfo } from '../../src/hypervisor/irq/shared-info.js';
import { addServer, errno, hostWithRam } from '../support/host.js';
import { newIoreq } from '../../src/hypervisor/abi/ioreq.js';

const COPY = 1;

describe('a domain', () => {
  it('is paused as often as its toolstack says, up to 255 times', () => {
    const { d1 } = hostWithRam(4);
    for (let n = 0; n < 255; n++) d1.pauseByController();

    expect(() => {
      d1.pauseByController();
    }).toThrow(errno('EOVERFLOW', 'domain 1 has been paused 255 times'));

    for (let n = 0; n < 255; n++) d1.unpauseByController();
    expect(() => {
      d1.unpauseByController();
    }).toThrow(errno('EINVAL', 'domain 1 has not been paused'));
    expect([d1.pauseCount, d1.controllerPauseCount]).toEqual([0, 0]);
  });

  it('counts the pauses of a hypercall apart from those of its toolstack', () => {
    const { d1 } = hostWithRam(4);

    d1.pause();
    d1.pauseByController();

    expect([d1.pauseCount, d1.controllerPauseCount]).toEqual([2, 1]);
    d1.unpause();
    expect(d1.isRunnable(d1.vcpu(0))).toBe(false);
  });

  it('has finished its creation when its toolstack lets it run for the first time', () => {
    const { d1 } = hostWithRam(4, { paused: true });
    d1.pauseByController();
    d1.unpauseByController();
    expect([d1.creationFinished, d1.isRunnable(d1.vcpu(0))]).toEqual([false, false]);

    d1.unpauseByController();

    expect([d1.creationFinished, d1.isRunnable(d1.vcpu(0))]).toEqual([true, true]);
  });

  it('does not run a vcpu that is paused, waits for a device model or is down', () => {
    const { d1 } = hostWithRam(4, { vcpus: 4 });
    d1.vcpu(0).pauseCount = 1;
    d1.vcpu(1).blockedInXen = { ioservid: 0, port: 1 };
    d1.vcpu(2).isDown = true;

    expect(d1.vcpus.map((vcpu) => d1.isRunnable(vcpu))).toEqual([false, false, false, true]);
    d1.dying = true;
    expect(d1.isRunnable(d1.vcpu(3))).toBe(false);
  });

  it('stops for good when it crashes', () => {
    const { d1, events } = hostWithRam(4);

    d1.crash('an example');

    expect([d1.shutdown.reason, d1.shutdown.isComplete]).toEqual([3, true]);
    expect(events.at(-1)).toEqual({ type: 'crash', domid: 1, why: 'an example' });
  });

  it('crashes when a look-up meets broken memory', () => {
    const { d1 } = hostWithRam(4);
    d1.p2m.setPage(1, d1.p2m.query(1).mfn, P2MT.ram_broken, 7);

    d1.p2m.acquire(1);

    expect(d1.shutdown.reason).toBe(3);
  });

  it('knows its vcpus', () => {
    const { d1 } = hostWithRam(4, { vcpus: 2 });

    expect(d1.vcpu(1).id).toBe(1);
    expect(() => d1.vcpu(2)).toThrow(errno('ENOENT', 'domain 1 has no vcpu 2'));
  });

  it('may have vcpus that are allocated later, each once', () => {
    const host = new Host();
    const config = resolveConfig({}, '4.17');
    const ofOne = host.addDomain(1, config);
    const ofThree = host.addDomain(2, { ...config, maxVcpus: 3 });

    for (const domain of [ofOne, ofThree, ofThree]) domain.allocateVcpus();

    expect([ofOne, ofThree].map(({ vcpus }) => vcpus.map(({ id }) => id))).toEqual([
      [0],
      [0, 1, 2],
    ]);
  });

  it('is neither watched nor asleep at first, and has a store only if it is said to', () => {
    const host = new Host();
    const config = resolveConfig({}, '4.17');
    const domain = host.addDomain(1, config);

    expect([domain.accessRequired, domain.suspendedToRam]).toEqual([false, false]);
    expect([domain.hasXenstore, domain.clock]).toEqual([false, host.clock]);
    expect(host.addDomain(2, { ...config, hasXenstore: true }).hasXenstore).toBe(true);
  });

  it('has as many ports as it was created with, else as its host allows', () => {
    const host = new Host({ maxEventChannelPort: 2 });
    const config = resolveConfig({}, '4.17');
    const domains = [host.addDomain(1, config), host.addDomain(2, { ...config, maxPort: 3 })];

    for (const { eventChannels } of domains) for (const _ of [1, 2]) eventChannels.allocUnbound(0);

    expect(() => domains[0]?.eventChannels.allocUnbound(0)).toThrow(errno('ENOSPC'));
    expect(domains[1]?.eventChannels.allocUnbound(0)).toBe(3);
  });

  it('knows who has an ioreq server for it', () => {
    const { host, d1 } = hostWithRam(4);
    expect(d1.isEmulatedBy(0)).toBe(false);

    addServer(host, d1);

    expect([d1.isEmulatedBy(0), d1.isEmulatedBy(2)]).toEqual([true, false]);
  });

  it('answers ENOENT, then EPERM, for a server that a caller may not use', () => {
    const { host, d1 } = hostWithRam(4);
    addServer(host, d1);

    d1.requireServer(0, 0);
    expect(() => {
      d1.requireServer(1, 0);
    }).toThrow(errno('ENOENT'));
    expect(() => {
      d1.requireServer(0, 5);
    }).toThrow(errno('EPERM'));
  });

  it.each([
    ['hvm', '4.17', true],
    ['pvh', '4.17', true],
    ['pvh', '4.8', false],
    ['pv', '4.17', false],
  ] as const)('%s on %s has a device model: %s', (type, profile, isHvm) => {
    expect(hostWithRam(4, { type, profile }).d1.isHvm).toBe(isHvm);
  });

  it('keeps no memory when it is PV', () => {
    const { d1 } = hostWithRam(4, { type: 'pv' });

    expect(d1.pages).toBe(0);
    expect(() => d1.p2m).toThrow('domain 1 is PV');
    expect(() => d1.interrupts).toThrow(errno('EINVAL', 'domain 1 is PV'));
    expect(d1.sharedInfo).toBeUndefined();
    d1.lookForSeenEvents();
    expect(() => d1.ram).toThrow(errno('EINVAL'));
  });

  it('maps nothing but 4 KiB pages without HAP', () => {
    const { d1 } = hostWithRam(1024, {
      profile: '4.22',
      hap: false,
      memory: [{ firstGfn: 0, nr: 1024 }],
    });

    expect(d1.p2m.query(512).order).toBe(0);
  });

  it.each([
    [{}, true, false],
    [{ type: 'pvh' }, false, false],
    [{ type: 'pvh', profile: '4.8' }, false, true],
  ] as const)(
    '%j is a whole PC: %s; a GSI without I/O APIC ends its host: %s',
    (spec, pc, panics) => {
      const { d1 } = hostWithRam(4, spec);

      expect([d1.isWholePc, d1.needsIoApic]).toEqual([pc, panics]);
    },
  );

  it('has interrupt hardware once a use of it is not refused', () => {
    const { d1 } = hostWithRam(4);

    expect(() => {
      d1.withInterrupts(() => {
        throw new XenError('EINVAL', 'refused');
      });
    }).toThrow(errno('EINVAL', 'refused'));
    expect(d1.hasInterrupts).toBe(false);

    d1.withInterrupts(() => undefined);
    expect(d1.hasInterrupts).toBe(true);
  });

  it('shares a page with its guest once it is asked for, and looks there for what has been seen', () => {
    const { d1 } = hostWithRam(4);
    d1.vcpu(0).upcallPending = true;
    d1.lookForSeenEvents();
    expect([d1.sharedInfo, d1.vcpu(0).upcallPending]).toEqual([undefined, true]);

    const page = d1.machine.writablePage(d1.memory.shared.sharedInfo);
    new SharedInfo(page).setUpcallPending(0, false);
    expect(d1.sharedInfo).toBeDefined();
    d1.lookForSeenEvents();

    expect(d1.vcpu(0).upcallPending).toBe(false);
  });

  it('has its guest see there which ports are pending', () => {
    const { d1, dom0 } = hostWithRam(4);
    const page = new SharedInfo(d1.machine.writablePage(d1.memory.shared.sharedInfo));
    const port = d1.eventChannels.allocUnbound(0);

    dom0.eventChannels.send(dom0.eventChannels.bindInterdomain(1, port));

    expect([page.isPending(port), page.isUpcallPending(0)]).toEqual([true, true]);
  });

  it('has seen an event when its port is not pending any more', () => {
    const { d1, dom0 } = hostWithRam(4);
    const { eventChannels } = d1;
    const port = eventChannels.allocUnbound(0);
    dom0.eventChannels.send(dom0.eventChannels.bindInterdomain(1, port));
    expect(d1.vcpu(0).upcallPending).toBe(true);

    eventChannels.clearPending(port);

    expect(d1.vcpu(0).upcallPending).toBe(false);
  });

  it.each([
    ['removal', false, [false, false]],
    ['removal', true, [true, true]],
    ['own_decrease', true, [false, false]],
  ] as const)(
    'has vcpus tell device models of pages that have left (%s), once it has run: %s',
    (invalidate_after, hasRun, told) => {
      const { d1 } = hostWithRam(4, { vcpus: 2, knobs: { invalidate_after }, paused: !hasRun });

      d1.pagesLeft();

      expect(d1.vcpus.map(({ mapcacheInvalidate }) => mapcacheInvalidate)).toEqual(told);
    },
  );

  it('has the one vcpu tell of them that is making a hypercall', () => {
    const { d1 } = hostWithRam(4, { vcpus: 2 });
    d1.calling = d1.vcpu(1);

    d1.pagesLeft();

    expect(d1.vcpus.map(({ mapcacheInvalidate }) => mapcacheInvalidate)).toEqual([false, true]);
  });

  it('dies once', () => {
    const { d1 } = hostWithRam(4);

    for (const _ of [1, 2]) d1.destroy();

    expect([d1.dying, d1.pages, d1.pauseCount]).toEqual([true, 0, 1]);
  });

  describe('whose vcpu waits for a device model', () => {
    const setup = () => {
      const context = hostWithRam(4);
      const server = addServer(context.host, context.d1);
      const vcpu = context.d1.vcpu(0);
      const resumed: number[] = [];
      context.host.resumeVcpu = (_, { id }) => resumed.push(id);
      vcpu.access = { id: 1, settled: false };
      server.send(vcpu, newIoreq({ type: COPY, size: 1 }));
      return { ...context, server, vcpu, resumed };
    };

    it('resumes it with the answer', () => {
      const { server, resumed } = setup();

      server.complete(0);

      expect(resumed).toEqual([0]);
    });

    it('lets it say what it waits for instead while it is paused', () => {
      const { d1, server, resumed } = setup();
      d1.pause();

      server.complete(0);

      expect(d1.isRunnable(d1.vcpu(0))).toBe(false);
      expect(resumed).toEqual([0]);
    });

    it('minds no notification when none is awaited', () => {
      const { d1, server, resumed } = setup();
      server.complete(0);

      d1.eventChannels.arrive(1);

      expect(resumed).toEqual([0]);
    });
  });

  it.each([
    ['4.17', 3],
    ['4.22', 1],
  ])('on %s is left with the frames of devices up to %i', (profile, last) => {
    const { d1 } = hostWithRam(1, { profile });
    d1.iomem.add(0, 1);
    d1.iomem.add(8, 9);

    d1.iomem.remove(4, 8);

    expect([...d1.iomem]).toEqual([
      [0, last],
      [9, 9],
    ]);
  });

  it('is gone although it is PV', () => {
    const host = new Host();
    const { domid } = host.createDomain({ type: 'pv' });

    host.destroyDomain(domid);

    expect(host.find(domid)).toBeUndefined();
  });

  it('has no shared memory where the host has no place for it', () => {
    expect(() => new Host().createDomain({ sharedMemory: true })).toThrow(
      errno('EOPNOTSUPP', 'it needs shm-dir'),
    );
  });

  it.each([
    [{}, []],
    [{ sharedMemory: false, toolstack: true }, []],
    [{ sharedMemory: true }, [1]],
    [{ toolstack: true }, [1]],
  ] as const)('%j asks for the place of domains %j', (spec, asked) => {
    const domids: number[] = [];
    const pageStorage = (domid: number) => {
      domids.push(domid);
      return {
        allocate: () => new Uint8Array(4096),
        release: () => undefined,
        close: () => undefined,
      };
    };

    new Host({ pageStorage }).createDomain(spec);

    expect(domids).toEqual(asked);
  });
});
