import { Restart, decreaseReservation, isOrderAllowed } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { array } from '../../wire/json-words.js';
import { struct } from '../../wire/struct.js';
import { gfn, u32 } from '../../wire/wire.js';
import { optional } from '../../wire/word.js';

export const decrease_reservation = defineHypercall({
  name: 'decrease_reservation',
  memory: { number: 1 },
  since: '3.0',
  isNeverRefused: true,
  callers: 'target',
  summary: 'Give RAM back',
  description:
    'The pages become holes. It never fails: `done` says how many extents were done before the first page that was ' +
    'not there, or none where an extent is larger than the caller may have it.',

  request: struct({
    extents: array(gfn('First page of an extent.'), 'What to give back.'),
    extent_order: optional(u32('log2 of the pages of each.'), 0),
    done: optional(u32('Where a call that gave way goes on; 0 otherwise.'), 0),
  }),
  response: struct({ done: u32('Extents that are done.') }),
  continuation: ['done'],

  errnos: {},
  example: { request: { extents: ['0x100'] }, response: { done: 1 } },

  *handle(domain, { extents, extent_order: order, done }, { domid }) {
    if (!isOrderAllowed(order, domid)) return { done };
    const rest = yield* decreaseReservation(domain, { extents, order, done });
    return rest instanceof Restart ? rest : { done: rest };
  },
});
