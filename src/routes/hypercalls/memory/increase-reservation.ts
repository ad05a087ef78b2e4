import {
  MEM_FLAGS,
  Restart,
  increaseReservation,
  isOrderAllowed,
} from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { flags, u32 } from '../../wire/wire.js';
import { optional } from '../../wire/word.js';

export const increase_reservation = defineHypercall({
  name: 'increase_reservation',
  memory: { number: 0 },
  since: '3.0',
  isNeverRefused: true,
  callers: 'target',
  summary: 'Give a domain frames that it sees nowhere',
  description:
    'Of use to PV domains; an HVM domain cannot even learn which they are. It never fails: `done` says how many extents were done.',

  request: struct({
    nr_extents: u32('How many extents.'),
    extent_order: optional(u32('log2 of the pages of each.'), 0),
    mem_flags: optional(
      flags(MEM_FLAGS, u32('The low byte is how many address bits its frames may have.')),
      0,
    ),
    done: optional(u32('Where a call that gave way goes on; 0 otherwise.'), 0),
  }),
  response: struct({ done: u32('Extents that are done.') }),
  continuation: ['done'],

  errnos: {},
  missing: 'NUMA nodes',
  example: { request: { nr_extents: 1 }, response: { done: 1 } },

  *handle(domain, { nr_extents, extent_order: order, mem_flags, done }, { domid }) {
    if (!isOrderAllowed(order, domid)) return { done };
    const request = { nrExtents: nr_extents, order, memFlags: mem_flags, done };
    const rest = yield* increaseReservation(domain, request);
    return rest instanceof Restart ? rest : { done: rest };
  },
});
