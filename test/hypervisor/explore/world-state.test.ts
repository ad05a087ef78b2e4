import { describe, expect, it } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import {
  NOTHING,
  ofEveryVcpu,
  ofVcpu,
  PART,
  VCPU_PART,
} from '../../../src/hypervisor/explore/parts.js';
import { WorldState } from '../../../src/hypervisor/explore/world-state.js';
import type { Domain } from '../../../src/hypervisor/domain.js';
import { createIoreqServer } from '../../../src/hypervisor/ioreq/create-ioreq-server.js';
import { runTask, type Task } from '../../../src/hypervisor/schedule/task.js';
import { addServer, hostWithRam } from '../../support/host.js';

function world() {
  const { host, d1 } = hostWithRam(4, { vcpus: 2 });
  const server = addServer(host, d1);
  d1.ram.write(0x1000 as never, Uint8Array.of(1));
  return { host, domain: d1, server };
}

function* holding(domain: Domain): Task<void> {
  yield* domain.p2m.lock.heldBy({}, function* () {
    yield 'emulate';
  });
}

describe('WorldState', () => {
  it('finds nothing new in a world that nobody has touched', () => {
    const state = new WorldState();
    const touched = world();

    expect(state.update(touched)).not.toBe(NOTHING);
    expect(state.update(touched)).toBe(NOTHING);
  });

  it('sees a server that is disabled, whose page the guest may see from now on', () => {
    const state = new WorldState();
    const touched = world();
    state.update(touched);
    touched.server.enabled = false;

    const slots = ofEveryVcpu(VCPU_PART.slot);
    expect(state.update(touched)).toBe(PART.servers | PART.queue | PART.memory | slots);
  });

  it('sees that a server gets its page', () => {
    const { host, d1: domain } = hostWithRam(1);
    const server = runTask(createIoreqServer(domain, host.caller(0), 0));
    const state = new WorldState();
    state.update({ host, domain });
    server.ioreqPage.allocate();

    expect(state.update({ host, domain }) & PART.servers).toBe(PART.servers);
  });

  // prettier-ignore
  it.each<[part: number, change: (touched: ReturnType<typeof world>) => void]>([
    [PART.map,     ({ domain }) => { domain.p2m.changeTypeOne(2, P2MT.ram_rw, P2MT.ram_ro); }],
    [PART.map,     ({ domain }) => { domain.p2m.tables.maxMappedGfn = 0x1000; }],
    [PART.claim,   ({ domain, server }) => { domain.p2m.claim.claim(server.id, 2); }],
    [PART.run,     ({ domain }) => { domain.pause(); }],
    [PART.memory,  ({ domain }) => { domain.ram.write(0x1000 as never, Uint8Array.of(2)); }],
    [PART.p2mLock, ({ domain }) => { holding(domain).next(false); }],
    [PART.rest,    ({ domain }) => { domain.pciCf8 = 1; }],
    [PART.map,     ({ domain }) => { domain.p2m.logDirty.ranges.add(1, 2); }],
    [PART.rest,    ({ domain }) => { domain.deviceRegisters.set('pit', 1); }],
    [ofVcpu(VCPU_PART.slot, 0),   ({ server }) => { server.page?.fill(1, 0, 4); }],
    [ofVcpu(VCPU_PART.slot, 1),   ({ domain }) => { domain.vcpu(1).blockedInXen = { ioservid: 0, port: 2 }; }],
    [ofVcpu(VCPU_PART.run, 1),    ({ domain }) => { domain.vcpu(1).spuriousMisconfig = true; }],
    [ofVcpu(VCPU_PART.exit, 0),   ({ domain }) => { domain.vcpu(0).inExit = true; }],
    [ofVcpu(VCPU_PART.access, 0), ({ domain }) => { domain.vcpu(0).access = { id: 7, settled: false }; }],
  ])('sees that part %i was written: %#', (part, change) => {
    const state = new WorldState();
    const touched = world();
    state.update(touched);

    change(touched);

    expect(state.update(touched)).toBe(part);
  });
});
