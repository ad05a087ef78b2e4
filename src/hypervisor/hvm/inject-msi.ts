/**
 * HVMOP/DMOP inject_msi: a device model sends a message-signalled interrupt.
 *
 * Reference: xen/arch/x86/hvm/irq.c, hvm_inject_msi(); xen/arch/x86/hvm/vmsi.c, vmsi_deliver();
 * xen/arch/x86/irq.c, map_domain_emuirq_pirq().
 */

import { XenError } from '../abi/errno.js';
import { hex } from '../abi/frames.js';
import type { Domain } from '../domain.js';
import { DELIVERY } from '../irq/io-apic.js';
import { fieldsOf, type Msi, type MsiFields } from '../irq/msi.js';

/** A domain's own 32 beside the pins of a host that has one I/O APIC. */
const PIRQS = 24 + 32;

/** A message that no processor takes is no error, unless it left the choice to us. */
export function injectMsi(domain: Domain, msi: Msi): void {
  const fields = fieldsOf(msi);
  if (fields.vector === 0) deliverToPirq(domain, fields.pirq);
  else deliver(domain, fields);
  domain.interrupts.remember(msi);
}

function deliver({ interrupts }: Domain, fields: MsiFields): void {
  const { vector, delivery, destination, isLogical, isLevel } = fields;
  if (delivery === DELIVERY.lowest) {
    const chosen = interrupts.lowestPriority(destination, isLogical);
    if (chosen === undefined)
      throw new XenError('ESRCH', `no processor takes interrupts for destination ${destination}`);
    chosen.request(vector, isLevel);
    return;
  }
  if (delivery !== DELIVERY.fixed)
    throw new XenError('EINVAL', `delivery mode ${delivery} is not supported`);
  for (const apic of interrupts.apics)
    if (apic.isEnabled && apic.answersTo(destination, isLogical)) apic.request(vector, isLevel);
}

/** Only one pirq can be mapped so, the first; nobody has bound an event channel to it. */
function deliverToPirq({ interrupts, profile }: Domain, pirq: number): void {
  if (pirq === 0 || (pirq >= 2 ** 31 && profile.knobs.msi_pirq_signed))
    throw new XenError('ERANGE', `${hex(pirq)} is no pirq`);
  if (pirq >= PIRQS) throw new XenError('EINVAL', `the domain has no pirq ${pirq}`);
  interrupts.msiPirq ??= pirq;
  if (interrupts.msiPirq !== pirq)
    throw new XenError('EBUSY', `MSIs are mapped to pirq ${interrupts.msiPirq} already`);
}
