import { describe, expect, it } from 'vitest';
import { Monitor } from '../../../src/hypervisor/monitor.js';
import { MONITOR, restoredMonitor } from '../../../src/hypervisor/snapshot/monitor-state.js';
import { hostWithRam } from '../../support/host.js';
import { again } from '../../support/written.js';

const ACCESS = {
  gfn: 3,
  offset: 8,
  gla: undefined,
  read: true,
  write: false,
  fetch: false,
  fault: 'unknown',
} as const;
const EVENT = { vcpu: 1, isPaused: true, access: ACCESS } as const;

describe('a monitor in a snapshot', () => {
  it('knows what it has not told, and who waits for its word', () => {
    const { d1 } = hostWithRam(1, { vcpus: 2 });
    const monitor = new Monitor('sync');
    monitor.put(EVENT, d1.vcpu(1));
    monitor.put({ ...EVENT, isPaused: false }, d1.vcpu(0));

    const other = restoredMonitor(d1, again(MONITOR, monitor.save()));

    expect(other.save()).toEqual(monitor.save());
    expect([other.isWaiting(d1.vcpu(1)), other.isWaiting(d1.vcpu(0))]).toEqual([true, false]);
    expect(other.take(9)).toEqual(monitor.take(9));
    expect(other.resume(d1.vcpu(1), 1)).toBe(true);
  });
});
