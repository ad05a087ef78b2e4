import { describe, expect, it } from 'vitest';
import { hostWithRam } from '../../support/host.js';

function setup(spec: object = {}) {
  const { d1, dom0 } = hostWithRam(4, spec);
  return {
    d1,
    vcpu: d1.vcpus[0]!,
    event: () => d1.eventChannels.bindInterdomain(0, dom0.eventChannels.allocUnbound(1)),
  };
}

describe('a vcpu', () => {
  it('is told of the first of its events, and has seen all when the last is gone', () => {
    const { d1, vcpu, event } = setup();
    const ports = [event(), event()];
    expect([vcpu.upcallPending, d1.interrupts.callback.asserted]).toEqual([true, true]);

    d1.eventChannels.clearPending(ports[0]!);
    expect(vcpu.upcallPending).toBe(true);

    d1.eventChannels.clearPending(ports[1]!);
    d1.eventChannels.clearPending(ports[1]!);
    expect([vcpu.upcallPending, d1.interrupts.callback.asserted]).toEqual([false, false]);
  });

  it('of a PV domain has no interrupt hardware by which it would be told', () => {
    const { vcpu, event } = setup({ type: 'pv', hap: false, memory: undefined });
    event();

    expect(vcpu.upcallPending).toBe(false);
  });
});
