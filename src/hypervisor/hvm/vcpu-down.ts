/**
 * A vcpu halts with interrupts off, which nothing that is emulated here would end: it is taken down,
 * and with the last one the domain powers off.
 *
 * Reference: xen/arch/x86/hvm/hvm.c, hvm_hlt(), hvm_vcpu_down().
 */

import type { Domain } from '../domain.js';
import { SHUTDOWN_REASON } from '../shutdown.js';
import type { Vcpu } from '../vcpu.js';

export function takeVcpuDown(domain: Domain, vcpu: Vcpu): void {
  vcpu.isDown = true;
  if (!domain.vcpus.every(({ isDown }) => isDown)) return;
  domain.shutdown.begin(SHUTDOWN_REASON.poweroff);
  domain.emit({ type: 'domain', domid: domain.domid, change: 'shutdown' });
}
