import { describe, expect, it } from 'vitest';
import { APIC } from '../../../src/hypervisor/irq/apic-registers.js';
import { Host } from '../../../src/hypervisor/host.js';
import { createDomain } from '../../../src/hypervisor/hvm/create-domain.js';
import { CREATE_DOMAIN, hostWithRam } from '../../support/host.js';

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

  it('is told by its own vector once, while it has not looked', () => {
    const { d1, vcpu, event } = setup();
    const [apic] = d1.interrupts.apics;
    apic?.write(APIC.SPURIOUS, 0x1ff);
    vcpu.upcallVector = 0x94;
    event();
    apic?.acknowledge(0x94);

    event();

    expect([...apic!.requested]).toEqual([]);
  });

  it('has seen all of its own events, whatever another has not', () => {
    const { d1, vcpu, event } = setup({ vcpus: 2 });
    const [own, other] = [event(), event()];
    d1.eventChannels.bindVcpu(other, 1);

    d1.eventChannels.clearPending(own);

    expect(vcpu.upcallPending).toBe(false);
  });

  it('that is not there yet is told nothing', () => {
    const host = new Host();
    const domain = createDomain(host, 5, CREATE_DOMAIN);
    const unbound = host.caller(0).eventChannels.allocUnbound(5);

    const port = domain.eventChannels.bindInterdomain(0, unbound);

    expect(domain.eventChannels.status(port).pending).toBe(true);
    domain.eventChannels.clearPending(port);
    expect(domain.eventChannels.status(port).pending).toBe(false);
  });

  it('of a PV domain has no interrupt hardware by which it would be told', () => {
    const { vcpu, event } = setup({ type: 'pv', hap: false, memory: undefined });
    event();

    expect(vcpu.upcallPending).toBe(false);
  });
});
