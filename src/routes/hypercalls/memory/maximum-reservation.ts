import { defineHypercall } from '../../definition/define-hypercall.js';
import { integer } from '../../wire/json-words.js';
import { struct } from '../../wire/struct.js';

export const maximum_reservation = defineHypercall({
  name: 'maximum_reservation',
  memory: { number: 4 },
  since: '3.0',
  callers: 'target',
  isZeroForDom0: true,
  summary: 'How many pages a domain may have',
  description:
    'As `domctl/max_mem` has set it; when a domain is created, a little more than it has.',

  request: struct({}),
  response: struct({ pages: integer(0, 2 ** 52, 'Pages of 4 KiB.') }),

  errnos: {},
  example: { request: {}, response: { pages: 20736 } },

  handle: ({ maxPages }) => ({ pages: maxPages }),
});
