import { describe, expect, it } from 'vitest';
import { P2MT } from '../../src/hypervisor/abi/p2m-type.js';
import { Host } from '../../src/hypervisor/host.js';
import { addServer, errno, hostWithRam } from '../support/host.js';
import { newIoreq } from '../../src/hypervisor/abi/ioreq.js';

const COPY = 1;

describe('a domain', () => {
  it('is paused as often as its toolstack says, up to 255 times', () => {
    const { d1 } = hostWithRam(4);
    for (let n = 0; n < 255; n++) d1.pauseByController();

    expect(() => {
      d1.pauseByController();
    }).toThrow(errno('EOVERFLOW'));

    for (let n = 0; n < 255; n++) d1.unpauseByController();
    expect(() => {
      d1.unpauseByController();
    }).toThrow(errno('EINVAL'));
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

  it('has finished its creation with the first unpause', () => {
    const { d1 } = hostWithRam(4, { paused: true });
    expect([d1.creationFinished, d1.isRunnable(d1.vcpu(0))]).toEqual([false, false]);

    d1.unpauseByController();

    expect([d1.creationFinished, d1.isRunnable(d1.vcpu(0))]).toEqual([true, true]);
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
    expect(() => d1.vcpu(2)).toThrow(errno('ENOENT'));
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

  it('has no shared memory where the host has no place for it', () => {
    expect(() => new Host().createDomain({ sharedMemory: true })).toThrow(errno('EOPNOTSUPP'));
  });
});
