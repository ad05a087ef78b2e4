import { describe, expect, it } from 'vitest';
import { P2MT } from '../../../src/hypervisor/abi/p2m-type.js';
import { NOTHING, PART, WorldState } from '../../../src/hypervisor/explore/world-state.js';
import type { Domain } from '../../../src/hypervisor/domain.js';
import type { Task } from '../../../src/hypervisor/schedule/task.js';
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

  // prettier-ignore
  it.each<[part: keyof typeof PART, change: (touched: ReturnType<typeof world>) => void]>([
    ['map',     ({ domain }) => { domain.p2m.changeTypeOne(2, P2MT.ram_rw, P2MT.ram_ro); }],
    ['map',     ({ domain }) => { domain.p2m.logDirty.ranges.add(1, 2); }],
    ['claim',   ({ domain, server }) => { domain.p2m.claim.claim(server.id, 2); }],
    ['servers', ({ server }) => { server.enabled = false; }],
    ['servers', ({ server }) => { server.page?.fill(1, 0, 4); }],
    ['servers', ({ domain }) => { domain.vcpu(1).blockedInXen = { ioservid: 0, port: 2 }; }],
    ['run',     ({ domain }) => { domain.pause(); }],
    ['run',     ({ domain }) => { domain.vcpu(1).spuriousMisconfig = true; }],
    ['exits',   ({ domain }) => { domain.vcpu(0).inExit = true; }],
    ['busy',    ({ domain }) => { domain.vcpu(0).access = { id: 7, settled: false }; }],
    ['memory',  ({ domain }) => { domain.ram.write(0x1000 as never, Uint8Array.of(2)); }],
    ['memory',  ({ domain }) => { domain.ram.write(0x2000 as never, Uint8Array.of(0)); }],
    ['memory',  ({ domain, host }) => { host.machine.free(domain.p2m.query(1).mfn, 1); }],
    ['locks',   ({ domain }) => { holding(domain).next(false); }],
    ['rest',    ({ domain }) => { domain.deviceRegisters.set('pit', 1); }],
  ])('sees that %s was written: %#', (part, change) => {
    const state = new WorldState();
    const touched = world();
    state.update(touched);

    change(touched);

    expect(state.update(touched)).toBe(PART[part]);
  });
});
