import type { EventChannels } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { u32 } from '../../wire/wire.js';

export const send = defineHypercall({
  name: 'send',
  evtchn: { number: 4 },
  since: '3.0',
  callers: 'target',
  summary: 'Notify the other end of a port',
  description:
    'So a device model tells that it has answered: the vcpu looks at its slot. Where nobody has bound the other end ' +
    'the event is lost.',

  request: struct({ port: u32('The local end.') }),
  response: struct({}),

  errnos: { EINVAL: "The port is closed, or it is Xen's own." },
  example: { request: { port: 1 }, response: {} },

  handle(channels: EventChannels, { port }) {
    channels.send(port);
    return {};
  },
});
