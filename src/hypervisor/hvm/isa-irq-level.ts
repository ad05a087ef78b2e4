/** HVMOP/DMOP set_isa_irq_level: a device model moves an interrupt line of an ISA device. Reference: xen/arch/x86/hvm/dm.c, set_isa_irq_level(). */

import { XenError } from '../abi/errno.js';
import type { Domain } from '../domain.js';
import { ISA_LINES } from '../irq/interrupt-lines.js';

export function setIsaIrqLevel(domain: Domain, line: number, level: number): void {
  domain.withInterrupts(({ lines }) => {
    checkIsaLine(line);
    if (level > 1) throw new XenError('EINVAL', `level ${level} is neither 0 nor 1`);
    if (level === 1) lines.assertIsa(line);
    else lines.deassertIsa(line);
  });
}

export function checkIsaLine(line: number): void {
  if (line >= ISA_LINES) throw new XenError('EINVAL', `there is no ISA interrupt ${line}`);
}
