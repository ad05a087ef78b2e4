import { setIoreqServerState } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { pad, u16, u8 } from '../wire/wire.js';

export const set_ioreq_server_state = defineHypercall({
  name: 'set_ioreq_server_state',
  hvmop: { number: 22 },
  dmop: { number: 5 },
  since: '4.5',
  callers: 'dm',
  summary: 'Enable or disable a server',
  description:
    'Enabling takes its pages out of the guest, zeroes them and writes the port of each vcpu into its slot. ' +
    'Requests by range go to enabled servers only.',

  request: struct({
    id: u16('The server.'),
    enabled: u8('0 disables, anything else enables.'),
    pad: pad(1),
  }),
  response: struct({}),

  errnos: {
    ENOENT: 'There is no such server.',
    EPERM: 'The caller is not its emulator.',
  },
  hazard:
    'Its page is to be cleared and there is none: acquire_resource failed after get_ioreq_server_info.',
  example: { request: { id: 0, enabled: 1 }, response: {} },

  *handle(domain, { id, enabled }, caller) {
    yield* setIoreqServerState(domain, caller, id, enabled !== 0);
    return {};
  },
});
