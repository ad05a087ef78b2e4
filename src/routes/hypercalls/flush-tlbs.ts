import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';

export const flush_tlbs = defineHypercall({
  name: 'flush_tlbs',
  hvmop: { number: 5, takesNull: true },
  since: '3.3',
  callers: 'self',
  summary: 'Flush the TLBs of all vcpus',
  description:
    'The guest asks it of Xen about itself. Ours keep no translation that could be stale.',

  request: struct({}),
  response: struct({}),

  errnos: {},
  example: { request: {}, response: {} },

  handle: () => ({}),
});
