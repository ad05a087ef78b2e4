/**
 * What a vcpu takes as it enters the guest: the event that a device model has injected, else the
 * interrupt that is next.
 *
 * Reference: xen/arch/x86/hvm/hvm.c, hvm_do_resume(), hvm_interrupt_blocked();
 * xen/arch/x86/hvm/vmx/intr.c, vmx_intr_assist().
 */

import type { Domain } from '../domain.js';
import type { PendingInterrupt } from '../irq/interrupts.js';
import type { Vcpu } from '../vcpu.js';
import { INJECTORS, type GuestEvent } from './event-injection.js';

const NMI_VECTOR = 2;

/** `crash`: the processor refuses to enter the guest so, and the domain has been crashed. */
export type Entry = GuestEvent | 'crash' | undefined;

/** The guest takes interrupts only while its flag IF says so. */
export function enterGuest(domain: Domain, vcpu: Vcpu, interruptFlag: boolean): Entry {
  const { injectedEvent } = vcpu;
  if (injectedEvent === undefined) return takeInterrupt(domain, vcpu, interruptFlag);

  vcpu.injectedEvent = undefined;
  const entry = INJECTORS[domain.profile.knobs.event_injection](injectedEvent, interruptFlag);
  if (entry === 'crash')
    domain.crash(
      `vcpu ${vcpu.id} cannot enter the guest with vector ${injectedEvent.vector} as type ${injectedEvent.type}`,
    );
  return entry;
}

/** Whether a vcpu that sleeps until an interrupt would be woken. */
export function hasInterrupt(domain: Domain, vcpu: Vcpu, interruptFlag: boolean): boolean {
  return deliverable(domain, vcpu, interruptFlag) !== undefined;
}

function takeInterrupt(domain: Domain, vcpu: Vcpu, interruptFlag: boolean): Entry {
  const next = deliverable(domain, vcpu, interruptFlag);
  if (next === undefined) return undefined;
  if (next.source === 'lapic') domain.interrupts.apics[vcpu.id]?.acknowledge(next.vector);
  if ('vector' in next) return { vector: next.vector, insnLength: 0 };
  if (next.source === 'nmi') vcpu.nmiPending = false;
  const vector = next.source === 'nmi' ? NMI_VECTOR : domain.interrupts.pics?.acknowledge();
  return vector === undefined ? undefined : { vector, insnLength: 0 };
}

function deliverable(
  domain: Domain,
  vcpu: Vcpu,
  interruptFlag: boolean,
): PendingInterrupt | undefined {
  domain.lookForSeenEvents();
  const next = domain.hasInterrupts ? domain.interrupts.pendingFor(vcpu) : undefined;
  if (next === undefined || next.source === 'nmi') return next;
  if (!interruptFlag) return undefined;
  const isHeldBack =
    next.source === 'lapic' && domain.interrupts.apics[vcpu.id]?.holdsBack(next.vector) === true;
  return isHeldBack ? undefined : next;
}
