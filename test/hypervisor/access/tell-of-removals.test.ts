import { describe, expect, it } from 'vitest';
import { startAccess } from '../../../src/hypervisor/access/access-guest.js';
import { TraceRecorder } from '../../../src/hypervisor/access/trace.js';
import type { DomainSpec } from '../../../src/hypervisor/domain-spec.js';
import { removeFromPhysmap } from '../../../src/hypervisor/memory/remove-page.js';
import { addServer, hostWithRam } from '../../support/host.js';

const INVALIDATE = 8;
const READ = { vcpu: 0, kind: 'read', gpa: 0, size: 1 } as const;

function setup(servers: { enabled?: boolean }[], spec: DomainSpec = {}) {
  const context = hostWithRam(16, spec);
  const { host, d1 } = context;
  const added = servers.map((server) => addServer(host, d1, server));
  return { ...context, servers: added };
}

describe('tellOfRemovals', () => {
  it('has the vcpu wait for every enabled server before the guest goes on', () => {
    const { host, d1, servers } = setup([{}, { enabled: false }, {}]);
    removeFromPhysmap(d1, 9);

    const access = startAccess(d1, READ, new TraceRecorder());

    expect(access).toMatchObject({ outcome: 'pending', reason: 'ioreq' });
    const [first, disabled, last] = servers.map((server) => server.pendingRequests());
    expect(first?.[0]?.ioreq).toMatchObject({ type: INVALIDATE, data: 2n ** 64n - 1n, size: 4 });
    expect([disabled, last?.length]).toEqual([[], 1]);

    for (const server of servers) server.complete(0);
    host.settle(d1);

    expect(access.outcome).toBe('completed');
    expect(access.trace[0]).toEqual({ step: 'mapcache_invalidate', servers: 2 });
  });

  it('comes behind the instruction that a device model has answered', () => {
    const { host, d1, servers } = setup([{}]);
    servers[0]?.ranges('memory').add(0x40_0000n, 0x40_0fffn);
    const access = startAccess(d1, { ...READ, gpa: 0x40_0000 });
    removeFromPhysmap(d1, 9);
    servers[0]?.requests.complete(0, { data: 5n });
    host.settle(d1);
    expect(servers[0]?.pendingRequests()[0]?.ioreq).toMatchObject({ type: INVALIDATE });

    servers[0]?.complete(0);
    host.settle(d1);
    expect(access).toMatchObject({ outcome: 'completed', data: 5n });
  });

  it('counts those alone that could be told', () => {
    const { d1, servers } = setup([{}, { enabled: false }], { knobs: { broadcast_to: 'all' } });
    removeFromPhysmap(d1, 9);
    const access = startAccess(d1, READ, new TraceRecorder());

    expect(servers[0]?.pendingRequests()).toHaveLength(1);
    expect(access.trace[0]).toEqual({ step: 'mapcache_invalidate', servers: 1 });
  });

  it('tells once of all that left, and nobody where there is nobody', () => {
    const { d1 } = setup([]);
    removeFromPhysmap(d1, 9);

    expect(startAccess(d1, READ).outcome).toBe('completed');
    expect(d1.vcpu(0).mapcacheInvalidate).toBe(false);
  });

  it('takes the host down where an enabled server has no page', () => {
    const { d1, servers } = setup([{}]);
    servers[0]?.ioreqPage.free();
    removeFromPhysmap(d1, 9);

    expect(startAccess(d1, READ).outcome).toBe('host_panic');
  });
});
