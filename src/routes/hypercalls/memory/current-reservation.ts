import { defineHypercall } from '../../definition/define-hypercall.js';
import { integer } from '../../wire/json-words.js';
import { struct } from '../../wire/struct.js';

export const current_reservation = defineHypercall({
  name: 'current_reservation',
  memory: { number: 3 },
  since: '3.0',
  callers: 'target',
  isZeroForDom0: true,
  summary: 'How many pages a domain has',
  description: 'Those that it sees nowhere, and those in its populate-on-demand cache, among them.',

  request: struct({}),
  response: struct({ pages: integer(0, 2 ** 40, 'Pages of 4 KiB.') }),

  errnos: {},
  example: { request: {}, response: { pages: 16384 } },

  handle: ({ pages }) => ({ pages }),
});
