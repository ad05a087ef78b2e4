import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { u32 } from '../wire/wire.js';

export const nr_vcpus = defineHypercall({
  name: 'nr_vcpus',
  dmop: { number: 20 },
  since: '4.15',
  callers: 'dm',
  summary: 'How many vcpus the domain can have',
  description: 'So many slots of the synchronous page are in use.',

  request: struct({}),
  response: struct({ vcpus: u32('How many.') }),

  errnos: {},
  example: { request: {}, response: { vcpus: 1 } },

  handle: ({ maxVcpus }) => ({ vcpus: maxVcpus }),
});
