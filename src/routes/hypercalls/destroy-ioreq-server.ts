import { destroyIoreqServer } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { pad, u16 } from '../wire/wire.js';

export const destroy_ioreq_server = defineHypercall({
  name: 'destroy_ioreq_server',
  hvmop: { number: 21 },
  dmop: { number: 6 },
  since: '4.5',
  callers: 'dm',
  summary: 'Take a server away',
  description:
    'It disclaims what it has claimed, but pages of type `ioreq_server` stay as they are: a guest write to one of ' +
    'them faults for ever, and nobody can claim the type, until each is set back to `ram_rw`.',

  request: struct({ id: u16('The server.'), pad: pad(2) }),
  response: struct({}),

  errnos: {
    ENOENT: 'There is no such server.',
    EPERM: 'The caller is not its emulator.',
  },
  hazard:
    'Its page is to be cleared and there is none: acquire_resource failed after get_ioreq_server_info.',
  example: { request: { id: 0 }, response: {} },

  *handle(domain, { id }, caller) {
    yield* destroyIoreqServer(domain, caller, id);
    return {};
  },
});
