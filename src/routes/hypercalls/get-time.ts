import type { Host } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { u64 } from '../wire/wire.js';

export const get_time = defineHypercall({
  name: 'get_time',
  hvmop: { number: 10 },
  since: '4.0',
  callers: 'anyone',
  summary: 'What time it is on the host',
  description:
    'By the virtual clock of the host, which stands still unless it is moved; about no domain.',

  request: struct({}),
  response: struct({ now: u64('Nanoseconds since the host came up.') }),

  errnos: {},
  example: { request: {}, response: { now: '0x0' } },

  handle: ({ clock }: Host) => ({ now: clock.now }),
});
