import { describe, expect, it } from 'vitest';
import { takeVcpuDown } from '../../../src/hypervisor/hvm/vcpu-down.js';
import { runStateOf } from '../../../src/hypervisor/run-state.js';
import { hostWithRam } from '../../support/host.js';

describe('takeVcpuDown', () => {
  it('stops the vcpu alone, and with the last one the domain', () => {
    const { d1, events } = hostWithRam(1, { vcpus: 2 });

    takeVcpuDown(d1, d1.vcpu(1));
    expect([runStateOf(d1, d1.vcpu(1)), runStateOf(d1, d1.vcpu(0))]).toEqual(['down', 'runnable']);
    expect(d1.shutdown.reason).toBeUndefined();

    takeVcpuDown(d1, d1.vcpu(0));
    expect(d1.shutdown.reason).toBe(0);
    expect(events.at(-1)).toEqual({ type: 'domain', domid: 1, change: 'shutdown' });
  });
});
