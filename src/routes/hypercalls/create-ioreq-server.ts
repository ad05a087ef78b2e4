import { createIoreqServer } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { oneOf, pad, u16, u8 } from '../wire/wire.js';

const HANDLE_BUFIOREQ = { off: 0, legacy: 1, atomic: 2 };

export const create_ioreq_server = defineHypercall({
  name: 'create_ioreq_server',
  hvmop: { number: 17 },
  dmop: { number: 1 },
  since: '4.5',
  callers: 'dm',
  summary: 'Register an emulator',
  description:
    'The caller becomes the emulator of a new ioreq server, which gets one event channel per vcpu and stays ' +
    'disabled. It has no page to be served through before get_ioreq_server_info (without `no_gfns`) or ' +
    'acquire_resource has asked for it.',

  request: struct({
    handle_bufioreq: oneOf(
      HANDLE_BUFIOREQ,
      u8('Whether it takes buffered ioreqs, and how the ring is read.'),
    ),
    pad: pad(3),
  }),
  response: struct({ id: u16('The new server: the lowest free slot.') }),

  errnos: {
    EINVAL: '`handle_bufioreq` is above 2, or the domain is being destroyed.',
    ENOSPC: 'The domain has 8 servers, or no event channel left.',
    ENOMEM: 'Up to Xen 4.9: no page is left for it.',
  },
  example: { request: { handle_bufioreq: 'off' }, response: { id: 0 } },

  *handle(domain, { handle_bufioreq }, caller) {
    const { id } = yield* createIoreqServer(domain, caller, handle_bufioreq);
    return { id };
  },
});
