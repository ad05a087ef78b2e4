import { describe, expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/host.js';
import { createDomain } from '../../../src/hypervisor/hvm/create-domain.js';
import { guestRequestVmEvent } from '../../../src/hypervisor/hvm/guest-request.js';
import { Monitor, type GuestRequests } from '../../../src/hypervisor/monitor.js';
import { CREATE_DOMAIN, hostWithRam } from '../../support/host.js';

function setup(guestRequests: GuestRequests) {
  const context = hostWithRam(1, { vcpus: 2 });
  const monitor = new Monitor(guestRequests);
  context.d1.monitor = monitor;
  return { ...context, monitor };
}

describe('guestRequestVmEvent', () => {
  it.each([
    ['async', false],
    ['sync', true],
  ] as const)('tells a monitor that wants it %s of the vcpu that calls', (how, isPaused) => {
    const { d1, monitor, events } = setup(how);
    d1.calling = d1.vcpu(1);

    guestRequestVmEvent(d1);

    expect(monitor.take(9)).toEqual([{ seq: 1, vcpu: 1, isPaused, access: undefined }]);
    expect(events.at(-1)).toEqual({ type: 'monitor', domid: 1 });
    expect(d1.vcpus.map(({ pauseCount }) => pauseCount)).toEqual([0, isPaused ? 1 : 0]);
  });

  it('tells nothing of a domain that has no vcpu yet', () => {
    const domain = createDomain(new Host(), 5, CREATE_DOMAIN);
    const monitor = (domain.monitor = new Monitor('sync'));

    guestRequestVmEvent(domain);

    expect(monitor.pending).toBe(0);
  });

  it('tells nobody where nobody listens', () => {
    const { d1, monitor } = setup('off');
    guestRequestVmEvent(d1);
    d1.monitor = undefined;
    guestRequestVmEvent(d1);

    expect(monitor.pending).toBe(0);
  });
});
