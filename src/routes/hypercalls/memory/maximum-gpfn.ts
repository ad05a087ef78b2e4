import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { gfn } from '../../wire/wire.js';

export const maximum_gpfn = defineHypercall({
  name: 'maximum_gpfn',
  memory: { number: 14 },
  since: '3.1',
  callers: 'target',
  isZeroForDom0: true,
  summary: 'The highest gfn that a domain has ever had',
  description: 'It never gets lower.',

  request: struct({}),
  response: struct({ gpfn: gfn('Mapped now, or at some time.') }),

  errnos: {},
  example: { request: {}, response: { gpfn: '0xfefff' } },

  handle: ({ p2m }) => ({ gpfn: p2m.maxMappedGfn }),
});
