import { setEvtchnUpcallVector } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { u32, u8 } from '../wire/wire.js';

export const set_evtchn_upcall_vector = defineHypercall({
  name: 'set_evtchn_upcall_vector',
  hvmop: { number: 23 },
  since: '4.6',
  callers: 'self',
  summary: "Be told of event channels by a vector of a vcpu's own",
  description:
    'The guest asks it of Xen about itself: events come out of the local APIC of the vcpu then, and have to be ended ' +
    'there.',

  request: struct({
    vcpu: u32('Which vcpu.'),
    vector: u8('The vector, 16 or above.'),
  }),
  response: struct({}),

  errnos: { EINVAL: 'No interrupt can have the vector.', ENOENT: 'There is no such vcpu.' },
  example: { request: { vcpu: 0, vector: 0x94 }, response: {} },

  handle(domain, { vcpu, vector }) {
    setEvtchnUpcallVector(domain, vcpu, vector);
    return {};
  },
});
