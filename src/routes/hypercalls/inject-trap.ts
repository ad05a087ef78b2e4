import { EVENT_TYPE, NO_ERROR_CODE, injectEvent } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { oneOf, u32, u64 } from '../wire/wire.js';
import { optional } from '../wire/word.js';

/** Xen keeps 16 bits of a vector, and takes -1 for none. */
const NO_VECTOR = 0xffff;

export const inject_trap = defineHypercall({
  name: 'inject_trap',
  hvmop: { number: 14, isConverted: true },
  since: '4.2',
  callers: 'dm',
  summary: 'Make a vcpu take an event',
  description:
    'What became `inject_event` in 4.9; only a vcpu that is not there has another errno. A vector whose low 16 bits ' +
    'are ones is no event at all.',

  request: struct({
    vcpuid: u32('Which vcpu.'),
    vector: u32('Vector of the event.'),
    type: oneOf(EVENT_TYPE, u32('What sort of event.')),
    error_code: optional(u32('Error code; 0xffffffff: none.'), NO_ERROR_CODE),
    insn_len: optional(u32('Length of the instruction, of what software raises.'), 0),
    cr2: optional(u64('The address of a page fault.'), 0n),
  }),
  response: struct({}),

  errnos: {
    ENOENT: 'There is no such vcpu.',
    EBUSY: 'The vcpu has not taken the event before.',
  },
  example: { request: { vcpuid: 0, vector: 6, type: 'hw_exc' }, response: {} },

  handle(domain, { vcpuid, vector, type, insn_len, error_code, cr2 }) {
    const event = {
      vector: vector & 0xff,
      type: type & 0xff,
      insnLength: insn_len,
      errorCode: error_code,
      cr2,
    };
    injectEvent(domain, vcpuid, event, 'ENOENT');
    if ((vector & NO_VECTOR) === NO_VECTOR) domain.vcpu(vcpuid).injectedEvent = undefined;
    return {};
  },
});
