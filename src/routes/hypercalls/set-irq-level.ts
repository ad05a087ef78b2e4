import { XenError } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { u32, u8 } from '../wire/wire.js';

export const set_irq_level = defineHypercall({
  name: 'set_irq_level',
  dmop: { number: 19, isHole: true },
  since: '4.15',
  callers: 'dm',
  summary: 'Move a shared peripheral interrupt, on Arm',
  description: 'On x86 there is no such operation, and its arguments are not looked at.',

  request: struct({
    irq: u32('The interrupt.'),
    level: u8('1 asserts, 0 deasserts.'),
  }),
  response: struct({}),

  errnos: { EOPNOTSUPP: 'Always: this is x86.' },
  example: { request: { irq: 32, level: 1 }, refused: 'EOPNOTSUPP', response: {} },

  handle() {
    throw new XenError('EOPNOTSUPP', 'set_irq_level is for Arm');
  },
});
