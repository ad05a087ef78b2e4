/** HVMOP/DMOP set_pci_link_route: to which ISA line the PCI pins of a link go. Reference: xen/arch/x86/hvm/irq.c, hvm_set_pci_link_route(). */

import { XenError } from '../abi/errno.js';
import type { Domain } from '../domain.js';
import { PCI_LINKS } from '../irq/interrupt-lines.js';
import { checkIsaLine } from './isa-irq-level.js';

/** Line 0: nowhere. */
export function setPciLinkRoute(domain: Domain, link: number, line: number): void {
  domain.withInterrupts(({ lines }) => {
    checkPciLink(link, line);
    lines.route(link, line);
  });
}

export function checkPciLink(link: number, line: number): void {
  if (link >= PCI_LINKS) throw new XenError('EINVAL', `there is no link ${link}`);
  checkIsaLine(line);
}
