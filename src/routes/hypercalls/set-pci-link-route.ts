import { checkPciLink, setPciLinkRoute } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { u8 } from '../wire/wire.js';

export const set_pci_link_route = defineHypercall({
  name: 'set_pci_link_route',
  hvmop: { number: 4 },
  dmop: { number: 10 },
  since: '3.0.3',
  callers: 'dm',
  summary: 'Route the PCI pins of a link to an ISA line',
  description:
    'Pin `intx` of device `device` belongs to link `(device + intx) % 4`. While the link is asserted the level moves ' +
    'to the new line at once.',

  request: struct({
    link: u8('The link, 0 to 3.'),
    isa_irq: u8('The line, 1 to 15; 0: none.'),
  }),
  response: struct({}),

  errnos: { EINVAL: 'There is no such link or line.' },
  hazard:
    'The domain has local APICs only, and the link is asserted: Xen would overwrite memory of its own.',
  example: { request: { link: 3, isa_irq: 11 }, response: {} },

  checkFirst({ link, isa_irq }) {
    checkPciLink(link, isa_irq);
  },

  handle(domain, { link, isa_irq }) {
    setPciLinkRoute(domain, link, isa_irq);
    return {};
  },
});
