import { checkIsaLine, setIsaIrqLevel } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { u8 } from '../wire/wire.js';

export const set_isa_irq_level = defineHypercall({
  name: 'set_isa_irq_level',
  hvmop: { number: 3 },
  dmop: { number: 9 },
  since: '3.1',
  callers: 'dm',
  summary: 'Move an interrupt line of an ISA device',
  description:
    'It goes to the 8259s and to the I/O APIC, line 0 to pin 2. Levels are not counted: what is asserted twice is low ' +
    'after one deassertion.',

  request: struct({
    isa_irq: u8('The line, 0 to 15.'),
    level: u8('1 asserts, 0 deasserts.'),
  }),
  response: struct({}),

  errnos: { EINVAL: 'There is no such line, or the level is neither 0 nor 1.' },
  hazard: 'The domain has local APICs only: Xen would overwrite memory of its own.',
  example: { request: { isa_irq: 4, level: 1 }, response: {} },

  checkFirst({ isa_irq }) {
    checkIsaLine(isa_irq);
  },

  handle(domain, { isa_irq, level }) {
    setIsaIrqLevel(domain, isa_irq, level);
    return {};
  },
});
