import { checkPciPin, setPciIntxLevel } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { u16, u8 } from '../wire/wire.js';
import { optional } from '../wire/word.js';

const SEGMENT = 'Segment of the PCI device; there is only 0.';

export const set_pci_intx_level = defineHypercall({
  name: 'set_pci_intx_level',
  hvmop: { number: 2, words: { domain: optional(u8(SEGMENT), 0) } },
  dmop: { number: 8 },
  since: '3.0.3',
  callers: 'dm',
  summary: 'Move an interrupt pin of a PCI device',
  description:
    'The pin is tied to an interrupt of the I/O APIC and, by its link, to an ISA line. Levels are not counted: what ' +
    'is asserted twice is low after one deassertion. `GET /domains/{domid}/irqs` shows what came of it.',

  request: struct({
    domain: optional(u16(SEGMENT), 0),
    bus: optional(u8('Its bus; there is only 0.'), 0),
    device: u8('Its number there, 0 to 31.'),
    intx: u8('The pin: 0 for INTA, to 3.'),
    level: u8('1 asserts, 0 deasserts.'),
  }),
  response: struct({}),

  errnos: { EINVAL: 'There is no such pin, or the level is neither 0 nor 1.' },
  hazard:
    'The domain has local APICs only, and the link of the pin is routed to an ISA line: Xen would overwrite memory of its own.',
  example: { request: { device: 3, intx: 0, level: 1 }, response: {} },

  checkFirst({ domain, ...pin }) {
    checkPciPin({ segment: domain, ...pin });
  },

  handle(subject, { domain, level, ...pin }) {
    setPciIntxLevel(subject, { segment: domain, ...pin }, level);
    return {};
  },
});
