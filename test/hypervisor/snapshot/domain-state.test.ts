import { describe, expect, it } from 'vitest';
import { setParam } from '../../../src/hypervisor/hvm/params.js';
import {
  DOMAIN,
  configOf,
  restoreDomain,
  restoreMemoryOf,
  saveDomain,
} from '../../../src/hypervisor/snapshot/domain-state.js';
import { Host } from '../../../src/hypervisor/host.js';
import { createIoreqServer } from '../../../src/hypervisor/ioreq/create-ioreq-server.js';
import { runTask } from '../../../src/hypervisor/schedule/task.js';
import { addServer, hostWithRam } from '../../support/host.js';
import { again, refusal, written } from '../../support/written.js';

describe('a domain in a snapshot', () => {
  it('is made as it was, and stands as it did', () => {
    const knobs = { rmw_read_from_ram: false };
    const { d1 } = hostWithRam(2, { name: 'guest', vcpus: 3, profile: '4.22', knobs, target: 7 });
    setParam(d1, 29, 0x5n);
    d1.deviceRegisters.set('rtc offset', -5);
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
    }).toThrow('must be null of a PV domain');
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
});
