import type { EventChannels } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { u32 } from '../../wire/wire.js';

export const close = defineHypercall({
  name: 'close',
  evtchn: { number: 3 },
  since: '3.0',
  callers: 'target',
  summary: 'Close a port',
  description: 'The other end goes back to unbound and may be bound again by the same domain.',

  request: struct({ port: u32('The port.') }),
  response: struct({}),

  errnos: { EINVAL: "The port is not open, or it is Xen's own." },
  example: { request: { port: 1 }, response: {} },

  handle(channels: EventChannels, { port }) {
    channels.close(port);
    return {};
  },
});
