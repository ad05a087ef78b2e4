import { describe, expect, it } from 'vitest';
import { gfn } from '../../../src/hypervisor/abi/frames.js';
import { startAccess } from '../../../src/hypervisor/access/access-guest.js';
import { resolveConfig } from '../../../src/hypervisor/domain-spec.js';
import { setParam } from '../../../src/hypervisor/hvm/params.js';
import {
  DOMAIN,
  configOf,
  restoreDomain,
  restoreMemoryOf,
  saveDomain,
} from '../../../src/hypervisor/snapshot/domain-state.js';
import type { BrokenSnapshot } from '../../../src/hypervisor/snapshot/field.js';
import { Host } from '../../../src/hypervisor/host.js';
import { Monitor } from '../../../src/hypervisor/monitor.js';
import { createIoreqServer } from '../../../src/hypervisor/ioreq/create-ioreq-server.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import { addServer, hostWithRam } from '../../support/host.js';
import { again, refusal, written } from '../../support/written.js';

describe('a domain in a snapshot', () => {
  it('is made as it was, and stands as it did', () => {
    const knobs = { rmw_read_from_ram: false };
    const { d1 } = hostWithRam(2, { name: 'guest', vcpus: 3, profile: '4.22', knobs, target: 7 });
    setParam(d1, 29, 0x5n);
    setParam(d1, 1, 0x7n);
    d1.deviceRegisters.set('rtc offset', -5);
    d1.deviceRegisters.set('pm1 enable', 3);
    d1.monitor = new Monitor('sync');
    d1.interrupts.lines.assertIsa(5);
    d1.iomem.add(0xd_0000, 0xd_03ff);
    const { sharedInfo } = d1.memory.shared;
    d1.crash('for the test');
    d1.pauseByController();
    const saved = again(DOMAIN, saveDomain(d1));
    const host = new Host();

    const domain = host.adopt(saved.domid, configOf(saved));
    restoreMemoryOf(domain, saved, '');
    restoreDomain(domain, saved, {}, '');

    expect(saveDomain(domain)).toEqual(saveDomain(d1));
    expect(domain).toMatchObject({ name: 'guest', target: 7, controllerPauseCount: 1 });
    expect(domain.profile.turned).toEqual(knobs);
    expect(domain.shutdown.reason).toBe(3);
    expect([saved.params, saved.deviceRegisters]).toEqual([
      [
        [1, 7n],
        [29, 5n],
      ],
      [
        ['pm1 enable', 3],
        ['rtc offset', -5],
      ],
    ]);
    expect([...domain.iomem]).toEqual([[0xd_0000, 0xd_03ff]]);
    expect(domain.monitor?.guestRequests).toBe('sync');
    expect(domain.interrupts.lines.isIsaAsserted(5)).toBe(true);
    expect(() => host.machine.writablePage(sharedInfo)).not.toThrow();
  });

  it('has the vcpus that a toolstack has made since, and their local APICs', () => {
    const late = new Host().addDomain(5, { ...resolveConfig({}, '4.17'), vcpus: 1, maxVcpus: 3 });
    late.interrupts.lines.assertIsa(5);
    late.allocateVcpus();
    late.interrupts.apics[2]!.write(0xf0, 0x1ff);
    const saved = again(DOMAIN, saveDomain(late));

    const domain = new Host().adopt(saved.domid, configOf(saved));
    restoreMemoryOf(domain, saved, '');
    restoreDomain(domain, saved, {}, '');

    expect(domain.vcpus).toHaveLength(3);
    expect(saveDomain(domain)).toEqual(saveDomain(late));
  });

  it('gives the accesses that its vcpus are in', () => {
    const { host, d1 } = hostWithRam(1, { vcpus: 2 });
    addServer(host, d1).ranges('memory').add(0xf000_0000n, 0xf000_0fffn);
    startAccess(d1, { vcpu: 1, kind: 'read', gpa: 0xf000_0010, size: 4 });
    const saved = again(DOMAIN, saveDomain(d1));
    const other = new Host();
    other.machine.restore(host.machine.save());
    const domain = other.adopt(saved.domid, configOf(saved));
    restoreMemoryOf(domain, saved, '');

    const accesses = restoreDomain(domain, saved, {}, '');

    expect(accesses).toEqual([domain.vcpu(1).access]);
  });

  it('says where it cannot be', () => {
    const { host, d1 } = hostWithRam(1, { vcpus: 2 });
    addServer(host, d1).ranges('memory').add(0xf000_0000n, 0xf000_0fffn);
    startAccess(d1, { vcpu: 1, kind: 'read', gpa: 0xf000_0010, size: 4 });
    d1.interrupts.lines.assertIsa(5);
    const saved = saveDomain(d1);
    const { interrupts, ioreqServers, vcpus } = saved;
    const pointerOf = (broken: Partial<typeof saved>) => {
      try {
        restoreDomain(d1, { ...saved, ...broken }, {}, '/d');
        return undefined;
      } catch (error) {
        return (error as BrokenSnapshot).pointer;
      }
    };

    expect(pointerOf({ interrupts: { ...interrupts!, apics: [] } })).toBe('/d/interrupts/apics');
    const servers = ioreqServers.servers.map((server) => ({
      ...server,
      requests: { ...server.requests, slots: [] },
    }));
    expect(pointerOf({ ioreqServers: { ...ioreqServers, servers } })).toBe(
      '/d/ioreq_servers/servers/0/requests/slots',
    );
    const [first, second] = vcpus;
    const access = { ...second!.access!, vcpu: 9 };
    expect(pointerOf({ vcpus: [first!, { ...second!, access }] })).toBe('/d/vcpus/1/access/vcpu');
  });

  it('has no memory if it is PV, and some if not', () => {
    const pv = again(DOMAIN, saveDomain(new Host().createDomain({ type: 'pv' })));
    const domain = new Host().adopt(pv.domid, configOf(pv));
    restoreMemoryOf(domain, pv, '');
    restoreDomain(domain, pv, {}, '');
    expect(saveDomain(domain)).toEqual(pv);

    const { d1 } = hostWithRam(1);
    expect(() => {
      restoreMemoryOf(d1, pv, '/d');
    }).toThrow(
      expect.objectContaining({
        pointer: '/d/memory',
        message: 'must be null of a PV domain, and of no other',
      }),
    );
  });

  it('refuses a knob that there is not', () => {
    const data = written(DOMAIN, saveDomain(hostWithRam(1).d1)) as Record<string, unknown>;
    const profile = { name: '4.17', turned: [['no_such_knob', '1']] };

    expect(refusal(DOMAIN, { ...data, profile })).toMatch(/^\/profile\/turned cannot be: no knob/);
  });

  it('keeps where its memory is kept what Xen shares with it, too', () => {
    const kept = new Set<number>();
    const storage = () => ({
      allocate(mfn: number) {
        kept.add(mfn);
        return new Uint8Array(4096);
      },
      release: () => undefined,
      close: () => undefined,
    });
    const settings = { pageStorage: storage };
    const { host, d1 } = hostWithRam(2, { sharedMemory: true }, settings);
    const { ioreqPage } = addServer(host, d1);
    runTask(createIoreqServer(d1, host.caller(0), 0));
    const { shared } = d1.memory;
    const xens = [ioreqPage.mfn!, shared.sharedInfo, shared.grantFrame(1)];
    const saved = again(DOMAIN, saveDomain(d1));
    const other = new Host(settings);
    const domain = other.adopt(saved.domid, configOf(saved));
    restoreMemoryOf(domain, saved, '');
    kept.clear();

    for (const mfn of xens) other.machine.writablePage(mfn);

    expect([...kept]).toEqual(xens);
  });

  it('keeps no page there twice that an ioreq server has of the guest', () => {
    const place = {
      allocate: () => new Uint8Array(4096),
      release: () => undefined,
      close: () => undefined,
    };
    const settings = { pageStorage: () => place };
    const { host, d1 } = hostWithRam(2, { sharedMemory: true }, settings);
    runTask(createIoreqServer(d1, host.caller(0), 0));
    d1.ioreqServers.inOrder[0]!.ioreqPage.mapGfn(gfn(1));
    const saved = again(DOMAIN, saveDomain(d1));
    const other = new Host(settings);
    const kept: unknown[] = [];
    other.machine.keepIn = (_storage, first, nr) => kept.push([first, nr]);

    restoreMemoryOf(other.adopt(saved.domid, configOf(saved)), saved, '');

    expect(kept).toEqual([[d1.p2m.query(0).mfn, 2]]);
  });
});
