import { describe, expect, it } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { newIoreq } from '../../../src/hypervisor/abi/ioreq.js';
import {
  EVERYTHING,
  NOTHING,
  ofEveryVcpu,
  ofVcpu,
  PART,
  VCPU_PART,
} from '../../../src/hypervisor/explore/parts.js';
import { WorldState } from '../../../src/hypervisor/explore/world-state.js';
import { createIoreqServer } from '../../../src/hypervisor/ioreq/create-ioreq-server.js';
import { destroyIoreqServer } from '../../../src/hypervisor/ioreq/destroy-ioreq-server.js';
import type { Lock } from '../../../src/hypervisor/schedule/lock.js';
import { runTask, type Task } from '../../../src/hypervisor/schedule/task.js';
import { addServer, hostWithRam } from '../../support/host.js';

const EVENT = { vector: 13, type: 3, errorCode: 0, insnLength: 0, cr2: 0n };

function world() {
  const { host, d1 } = hostWithRam(4, { vcpus: 2 });
  const server = addServer(host, d1);
  d1.ram.write(0x1000 as never, Uint8Array.of(1));
  return { host, domain: d1, server };
}

function* held(lock: Lock): Task<void> {
  yield* lock.heldBy({}, function* () {
    yield 'emulate';
  });
}

/** Of all that there is. */
const digestOf = ({ digests }: WorldState) => [
  digests.low(EVERYTHING, 0),
  digests.high(EVERYTHING, 0),
];

const afresh = (touched: ReturnType<typeof world>) => {
  const state = new WorldState();
  state.update(touched);
  return digestOf(state);
};

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
    [PART.p2mLock, ({ domain }) => { held(domain.p2m.lock).next(false); }],
    [PART.claimLock,   ({ domain }) => { held(domain.p2m.claim.lock).next(false); }],
    [PART.serversLock, ({ domain }) => { held(domain.ioreqServers.lock).next(false); }],
    [PART.rest,    ({ domain }) => { domain.pciCf8 = 1; }],
    [PART.map,     ({ domain }) => { domain.p2m.logDirty.global = true; }],
    [PART.map,     ({ domain }) => { domain.p2m.set(0x4_0000, 0x20_0000, 0, P2MT.ram_rw, 7); }],
    [PART.map,     ({ domain }) => { domain.p2m.logDirty.ranges.add(1, 2); }],
    [PART.rest,    ({ domain }) => { domain.deviceRegisters.set('pit', 1); }],
    [ofVcpu(VCPU_PART.slot, 0),   ({ server }) => { server.page?.fill(1, 0, 4); }],
    [ofVcpu(VCPU_PART.slot, 1),   ({ domain }) => { domain.vcpu(1).blockedInXen = { ioservid: 0, port: 2 }; }],
    [ofVcpu(VCPU_PART.run, 1),    ({ domain }) => { domain.vcpu(1).spuriousMisconfig = true; }],
    [ofVcpu(VCPU_PART.run, 1),    ({ domain }) => { domain.vcpu(1).injectedEvent = EVENT; }],
    [ofVcpu(VCPU_PART.exit, 0),   ({ domain }) => { domain.vcpu(0).inExit = true; }],
    [ofVcpu(VCPU_PART.access, 0), ({ domain }) => { domain.vcpu(0).access = { id: 7, settled: false }; }],
  ])('sees that part %i was written: %#', (part, change) => {
    const state = new WorldState();
    const touched = world();
    state.update(touched);

    change(touched);

    expect(state.update(touched)).toBe(part);
  });

  it('sees that a table was taken into use, though nothing else is otherwise', () => {
    const { host, d1: domain } = hostWithRam(1);
    domain.p2m.set(0x4_0000, 0x20_0000, 0, P2MT.ram_rw, 7);
    const state = new WorldState();
    state.update({ host, domain });

    const table = host.tablePages.allocate();

    expect(table).toBeGreaterThan(0);
    expect(state.update({ host, domain })).toBe(PART.map);
  });

  it('sees a request that a server has got, whatever is in its page', () => {
    const { host, domain, server } = world();
    const state = new WorldState();
    const vcpu = domain.vcpu(1);
    server.requests.send(vcpu, newIoreq());
    state.update({ host, domain });

    server.requests.endPending(1);

    expect(state.update({ host, domain })).toBe(ofVcpu(VCPU_PART.slot, 1) | PART.queue);
  });

  it('sees that a server is gone, and the order of its requests with it', () => {
    const { host, domain, server } = world();
    addServer(host, domain);
    server.requests.send(domain.vcpu(0), newIoreq());
    const state = new WorldState();
    state.update({ host, domain });

    runTask(destroyIoreqServer(domain, host.caller(0), server.id));

    expect(state.update({ host, domain }) & (PART.servers | PART.queue)).toBe(
      PART.servers | PART.queue,
    );
  });

  // prettier-ignore
  it.each<[string, ((touched: ReturnType<typeof world>) => void)[]]>([
    ['who owns the type',      [0, 1, 2].map((id) => ({ domain }) => { domain.p2m.claim.claim(id, 2); })],
    ['why it has stopped',     [0, 1, 2].map((reason) => ({ domain }) => { domain.shutdown.begin(reason); })],
    ['why it is to stop',      [undefined, 0, 1, 2].map((reason) => ({ domain }) => { domain.shutdown.restore({ reason, complete: false }); })],
    ['what a vcpu waits at',   [0, 1, 2].map((port) => ({ domain }) => { domain.vcpu(0).blockedInXen = { ioservid: 0, port }; })],
    ['where pages of requests are', [undefined, 4, 5].map((mfn) => ({ server }) => { server.ioreqPage.restore({ gfn: undefined, mfn }); })],
    ['where rings are',        [undefined, 4, 5].map((mfn) => ({ server }) => { server.bufioreqPage.restore({ gfn: undefined, mfn }); })],
  ])('tells states apart by %s', (_, changes) => {
    const digests = changes.map((change) => {
      const touched = world();
      change(touched);
      return String(afresh(touched));
    });

    expect(new Set(digests).size).toBe(changes.length);
  });

  it('knows a number of one part from the same of another', () => {
    const touched = world();
    const { ranges } = touched.domain.p2m.logDirty;
    const { deviceRegisters } = touched.domain;
    const state = new WorldState();
    ranges.add(1, 1);
    state.update(touched);

    ranges.clear();
    for (const device of ['pit', 'rtc']) deviceRegisters.set(device, 1);

    expect(state.update(touched)).toBe(PART.map | PART.rest);
    expect(digestOf(state)).toEqual(afresh(touched));
  });

  it('comes to the same digest whatever there was before', () => {
    const touched = world();
    const { logDirty } = touched.domain.p2m;
    const { deviceRegisters } = touched.domain;
    const state = new WorldState();
    const digests = [afresh(touched)];
    state.update(touched);

    logDirty.ranges.add(1, 2);
    deviceRegisters.set('pit', 1);
    expect(state.update(touched)).toBe(PART.map | PART.rest);
    digests.push(afresh(touched));
    expect(digestOf(state)).toEqual(digests.at(-1));

    logDirty.ranges.clear();
    deviceRegisters.clear();
    expect(state.update(touched)).toBe(PART.map | PART.rest);
    expect(digestOf(state)).toEqual(digests[0]);

    touched.domain.p2m.set(0x4_0000, 0x20_0000, 0, P2MT.ram_rw, 7);
    state.update(touched);
    digests.push(afresh(touched));
    expect(digestOf(state)).toEqual(digests.at(-1));
    expect(new Set(digests.map(String)).size).toBe(3);
  });

  it('knows one entry of a table from another', () => {
    const touched = world();
    const mfns = [1, 2].map((gfn) => touched.domain.p2m.query(gfn).mfn);
    const before = afresh(touched);

    for (const [at, mfn] of mfns.toReversed().entries())
      touched.domain.p2m.setPage(at + 1, mfn, P2MT.ram_rw, 7);

    expect(afresh(touched)).not.toEqual(before);
  });
});
