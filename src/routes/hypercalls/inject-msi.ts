import { injectMsi } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { pad, u32, u64 } from '../wire/wire.js';

export const inject_msi = defineHypercall({
  name: 'inject_msi',
  hvmop: { number: 16, request: { data: 'data', addr: 'addr' } },
  dmop: { number: 14 },
  since: '4.2',
  callers: 'dm',
  summary: 'Send a message-signalled interrupt',
  description:
    'Of the address only the destination and its mode count. A fixed interrupt that no processor takes is no error: a ' +
    'local APIC is disabled until the guest enables it. Vector 0 is for a pirq of a paravirtual guest, whose number ' +
    'the address has. `GET /domains/{domid}/irqs` lists the messages.',

  request: struct({
    data: u32('Vector, delivery mode, trigger mode.'),
    pad: pad(4),
    addr: u64('Destination and its mode.'),
  }),
  response: struct({}),

  errnos: {
    EINVAL:
      'The delivery mode is neither fixed nor lowest priority, or the domain has no such pirq.',
    ESRCH: 'No processor takes an interrupt of lowest priority.',
    ERANGE: 'Vector and pirq are 0, or up to 4.21 the pirq has 32 bits.',
    EBUSY: 'Another pirq has messages already.',
  },
  example: { request: { addr: '0xfee00000', data: 0x4061 }, response: {} },

  handle(domain, { addr, data }) {
    injectMsi(domain, { addr, data });
    return {};
  },
});
