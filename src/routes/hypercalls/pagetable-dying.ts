import { pagetableDying } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { gpa } from '../wire/wire.js';

export const pagetable_dying = defineHypercall({
  name: 'pagetable_dying',
  hvmop: { number: 9 },
  since: '4.0',
  callers: 'own',
  summary: 'Say that a page table will not be used again',
  description: 'For guests with shadow paging, whose shadows Xen drops then.',

  request: struct({ gpa: gpa('Where the page table is.') }),
  response: struct({}),

  errnos: {
    EINVAL: 'The domain has no shadow paging.',
  },
  example: { request: { gpa: '0x1000' }, refused: 'EOPNOTSUPP', response: {} },

  handle(domain, _, caller) {
    pagetableDying(domain, caller);
    return {};
  },
});
