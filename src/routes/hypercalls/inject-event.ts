import { EVENT_TYPE, NO_ERROR_CODE, injectEvent } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { oneOf, pad, u32, u64, u8 } from '../wire/wire.js';
import { optional } from '../wire/word.js';

export const inject_event = defineHypercall({
  name: 'inject_event',
  dmop: { number: 13 },
  since: '4.9',
  callers: 'dm',
  summary: 'Make a vcpu take an event',
  description:
    'The event waits until the vcpu runs next, which a guest access does, and behind the answer to a request that the ' +
    'vcpu waits for. What it is is not looked at before: what the processor refuses to inject crashes the domain then. ' +
    'It wakes nobody.',

  request: struct({
    vcpuid: u32('Which vcpu.'),
    vector: u8('Vector of the event.'),
    type: oneOf(EVENT_TYPE, u8('What sort of event.')),
    insn_len: optional(u8('Length of the instruction, of what software raises.'), 0),
    pad0: pad(1),
    error_code: optional(u32('Error code; 0xffffffff: none.'), NO_ERROR_CODE),
    pad1: pad(4),
    cr2: optional(u64('The address of a page fault.'), 0n),
  }),
  response: struct({}),

  errnos: {
    EINVAL: 'There is no such vcpu.',
    EBUSY: 'The vcpu has not taken the event before.',
  },
  example: { request: { vcpuid: 0, vector: 6, type: 'hw_exc' }, response: {} },

  handle(domain, { vcpuid, vector, type, insn_len, error_code, cr2 }) {
    const event = { vector, type, insnLength: insn_len, errorCode: error_code, cr2 };
    injectEvent(domain, vcpuid, event);
    return {};
  },
});
