import { DOMID_SELF, type EventChannels } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { u16, u32 } from '../../wire/wire.js';

export const alloc_unbound = defineHypercall({
  name: 'alloc_unbound',
  evtchn: { number: 6 },
  since: '3.0',
  callers: 'target',
  summary: 'Open a port for another domain to bind',
  description: 'Whether the other domain exists is not asked.',

  request: struct({ remote_dom: u16('Who may bind; 0x7ff0 is the caller.') }),
  response: struct({ port: u32('The lowest free port.') }),

  errnos: { ENOSPC: 'The domain has no port left.', EINVAL: 'The domain is being destroyed.' },
  example: { request: { remote_dom: 0 }, response: { port: 1 } },

  handle: (channels: EventChannels, { remote_dom }, caller) => ({
    port: channels.allocUnbound(remote_dom === DOMID_SELF ? caller.domid : remote_dom),
  }),
});
