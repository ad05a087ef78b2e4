import { HVMMEM, getMemType } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { gfn, oneOf, u16 } from '../wire/wire.js';

export const get_mem_type = defineHypercall({
  name: 'get_mem_type',
  hvmop: { number: 15, members: ['mem_type', 'pfn'] },
  since: '4.1',
  callers: 'target',
  summary: 'What a guest page is',
  description:
    'Never an error for a gfn: what is not there is `mmio_dm`. A page whose writes are tracked reads as `ram_ro`, ' +
    'one that the last owner has disclaimed as `ram_rw` at once. A guest may ask about itself.',

  request: struct({ pfn: gfn('The page.') }),
  response: struct({ mem_type: oneOf(HVMMEM, u16('Its type.')) }),

  errnos: {},
  example: { request: { pfn: '0x100' }, response: { mem_type: 'ram_rw' } },

  handle: ({ p2m }, { pfn }) => ({ mem_type: getMemType(p2m, pfn) }),
});
