/**
 * HVMOP_guest_request_vm_event: a guest has something to say to whoever watches it.
 *
 * Reference: xen/common/monitor.c, monitor_guest_request(). It is about whoever calls, and that one
 * does not learn whether anybody has heard it.
 */

import type { Domain } from '../domain.js';

/** The event is that of the vcpu that calls; of the first, where no vcpu is known to. */
export function guestRequestVmEvent(domain: Domain): void {
  const { monitor, domid } = domain;
  const vcpu = domain.calling ?? domain.vcpus[0];
  if (monitor === undefined || vcpu === undefined || monitor.guestRequests === 'off') return;
  const isPaused = monitor.guestRequests === 'sync';
  monitor.put({ vcpu: vcpu.id, isPaused, access: undefined }, vcpu);
  domain.emit({ type: 'monitor', domid });
}
