/** HVMOP set_evtchn_upcall_vector: a guest asks to be told of event channels by a vector of a vcpu's local APIC. Reference: xen/arch/x86/hvm/hvm.c, hvmop_set_evtchn_upcall_vector(). */

import { XenError } from '../abi/errno.js';
import type { Domain } from '../domain.js';
import { FIRST_VECTOR } from '../irq/local-apic.js';

export function setEvtchnUpcallVector(domain: Domain, vcpuId: number, vector: number): void {
  if (vector < FIRST_VECTOR) throw new XenError('EINVAL', `no interrupt can have vector ${vector}`);
  const vcpu = domain.vcpu(vcpuId);
  vcpu.upcallVector = vector;
  if (domain.profile.knobs.events_told_at_once) domain.interrupts.assertEvents(vcpu);
}
