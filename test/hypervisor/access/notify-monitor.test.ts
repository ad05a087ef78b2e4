import { describe, expect, it } from 'vitest';
import { P2MA } from '../../../src/hypervisor/abi/p2m-access.js';
import { startAccess } from '../../../src/hypervisor/access/access-guest.js';
import { Monitor } from '../../../src/hypervisor/monitor.js';
import { setMemAccess } from '../../../src/hypervisor/p2m/mem-access.js';
import { hostWithRam } from '../../support/host.js';

function setup(access: number) {
  const context = hostWithRam(16);
  const { d1 } = context;
  const monitor = new Monitor();
  d1.monitor = monitor;
  setMemAccess(d1.p2m, 5, 1, access as never);
  const write = (gla?: null) =>
    startAccess(d1, {
      vcpu: 0,
      kind: 'write',
      gpa: 0x5008,
      size: 4,
      data: 7n,
      ...(gla === null && { gla }),
    });
  return { ...context, monitor, write };
}

describe('notifyMonitor', () => {
  it('tells what was tried, and has the vcpu wait', () => {
    const { d1, monitor, write, events } = setup(P2MA.r);

    const access = write();

    expect(access).toMatchObject({ outcome: 'monitor_event', reason: 'event', settled: false });
    expect(monitor.take(9)).toEqual([
      {
        seq: 1,
        vcpu: 0,
        isPaused: true,
        access: {
          gfn: 5,
          offset: 8,
          gla: 0x5008,
          read: true,
          write: true,
          fetch: false,
          fault: 'with_gla',
        },
      },
    ]);
    expect(events).toContainEqual({ type: 'monitor', domid: 1 });
    expect(d1.vcpu(0).pauseCount).toBe(1);
  });

  it('lets the guest try again, which may meet the same', () => {
    const { host, d1, monitor, write } = setup(P2MA.r);
    const access = write();

    monitor.resume(d1.vcpu(0));
    host.settle(d1);
    expect([access.outcome, monitor.pending]).toEqual(['monitor_event', 2]);

    setMemAccess(d1.p2m, 5, 1, P2MA.rwx);
    monitor.resume(d1.vcpu(0));
    host.settle(d1);
    expect(access.outcome).toBe('completed');
  });

  it('lets the guest go on at once where the restriction lifts itself', () => {
    const { d1, monitor, write } = setup(P2MA.n2rwx);

    expect(write().outcome).toBe('completed');

    expect(monitor.take(9)).toMatchObject([{ isPaused: false, access: { write: true } }]);
    expect(d1.p2m.query(5).access).toBe(P2MA.rwx);
  });

  it('tells nobody of rx2rw', () => {
    const { monitor, write } = setup(P2MA.rx2rw);

    expect([write().outcome, monitor.pending]).toEqual(['completed', 0]);
  });

  it('knows no linear address where hardware tells none', () => {
    const { monitor, write } = setup(P2MA.r);

    write(null);

    expect(monitor.take(1)).toMatchObject([{ access: { gla: undefined, fault: 'unknown' } }]);
  });

  it('crashes a domain that needs a monitor and has none', () => {
    const { d1, write } = setup(P2MA.r);
    d1.monitor = undefined;
    d1.accessRequired = true;

    expect(write().outcome).toBe('domain_crash');
  });
});
