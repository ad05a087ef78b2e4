/** HVMOP/DMOP set_pci_intx_level: a device model moves an interrupt pin of a PCI device. Reference: xen/arch/x86/hvm/dm.c, set_pci_intx_level(). */

import { XenError } from '../abi/errno.js';
import type { Domain } from '../domain.js';
import { PCI_DEVICES, PCI_PINS } from '../irq/interrupt-lines.js';

export interface PciPin {
  readonly segment: number;
  readonly bus: number;
  readonly device: number;
  /** 0 for INTA. */
  readonly intx: number;
}

/** Levels are not counted: a pin that is up twice is down at once. */
export function setPciIntxLevel(domain: Domain, pin: PciPin, level: number): void {
  domain.withInterrupts(({ lines }) => {
    checkPciPin(pin);
    if (level > 1) throw new XenError('EINVAL', `level ${level} is neither 0 nor 1`);
    if (level === 1) lines.assertPin(pin.device, pin.intx);
    else lines.deassertPin(pin.device, pin.intx);
  });
}

/** There is one bus. */
export function checkPciPin({ segment, bus, device, intx }: PciPin): void {
  if (segment !== 0 || bus !== 0)
    throw new XenError('EINVAL', `bus ${bus} of segment ${segment} is not emulated`);
  if (device >= PCI_DEVICES) throw new XenError('EINVAL', `there is no device ${device}`);
  if (intx >= PCI_PINS) throw new XenError('EINVAL', `a device has no interrupt pin ${intx}`);
}
