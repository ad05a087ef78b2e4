import { MEM_FLAGS, Restart, isOrderAllowed, populatePhysmap } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { array } from '../../wire/json-words.js';
import { struct } from '../../wire/struct.js';
import { flags, gfn, u32 } from '../../wire/wire.js';
import { optional } from '../../wire/word.js';

export const populate_physmap = defineHypercall({
  name: 'populate_physmap',
  memory: { number: 6 },
  since: '3.0',
  isNeverRefused: true,
  callers: 'target',
  summary: 'Give a domain RAM',
  description:
    'It is `ram_rw`, in place of whatever was there, whose frames stay allocated. With `populate_on_demand` holes are only ' +
    'marked. It never fails: `done` says how many extents were done before the first for which there was no memory, or ' +
    'for which the domain may have no more.',

  request: struct({
    extents: array(gfn('First page of an extent.'), 'Where.'),
    extent_order: optional(u32('log2 of the pages of each.'), 0),
    mem_flags: optional(
      flags(MEM_FLAGS, u32('How; the low byte is how many address bits its frames may have.')),
      0,
    ),
    done: optional(u32('Where a call that gave way goes on; 0 otherwise.'), 0),
  }),
  response: struct({ done: u32('Extents that are done.') }),
  continuation: ['done'],

  errnos: {},
  missing: 'NUMA nodes',
  example: { request: { extents: ['0x2000'] }, response: { done: 1 } },

  *handle(domain, { extents, extent_order: order, mem_flags: memFlags, done }, { domid }) {
    const isOnDemand = (memFlags & MEM_FLAGS.populate_on_demand) !== 0;
    if (!isOrderAllowed(order, domid, memFlags)) return { done };
    if (isOnDemand && domain.domid === domid) return { done };
    const rest = yield* populatePhysmap(domain, { extents, order, memFlags, done });
    return rest instanceof Restart ? rest : { done: rest };
  },
});
