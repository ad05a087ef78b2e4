/**
 * HVMOP inject_trap, DMOP inject_event: a device model makes a vcpu take an event when it runs next.
 *
 * Reference: xen/arch/x86/hvm/dm.c, inject_event(). One at a time; what is asked for is not looked
 * at before the vcpu enters the guest.
 */

import { XenError, type Errno } from '../abi/errno.js';
import type { Domain } from '../domain.js';
import type { InjectedEvent } from '../vcpu.js';

/** `noVcpu` is what the hypercall answers where there is none of that number. */
export function injectEvent(
  domain: Domain,
  vcpuId: number,
  event: InjectedEvent,
  noVcpu: Errno = 'EINVAL',
): void {
  const vcpu = domain.vcpus[vcpuId];
  if (vcpu === undefined)
    throw new XenError(noVcpu, `domain ${domain.domid} has no vcpu ${vcpuId}`);
  if (vcpu.injectedEvent !== undefined)
    throw new XenError(
      'EBUSY',
      `vcpu ${vcpuId} has not taken vector ${vcpu.injectedEvent.vector} yet`,
    );
  vcpu.injectedEvent = event;
}
