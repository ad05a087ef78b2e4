/** ACPI state S3, by the parameter ACPI_S_STATE: a domain sleeps, and all of its hardware wakes up as after power-on. Reference: xen/arch/x86/hvm/hvm.c, hvm_s3_suspend(), hvm_s3_resume(). */

import type { Domain } from '../domain.js';

/** It stays paused until it is resumed; a second time is none. */
export function suspendToRam(domain: Domain): void {
  if (domain.vcpus.length === 0 || domain.suspendedToRam) return;
  domain.pause();
  domain.suspendedToRam = true;
  if (domain.hasInterrupts) domain.interrupts.reset();
}

export function resumeFromRam(domain: Domain): void {
  if (!domain.suspendedToRam) return;
  domain.suspendedToRam = false;
  domain.unpause();
}
