import type { EventChannels } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { u32 } from '../../wire/wire.js';

export const unmask = defineHypercall({
  name: 'unmask',
  evtchn: { number: 9 },
  since: '3.0',
  callers: 'target',
  summary: 'Let the events of a port through again',
  description: 'One that came while the port was masked is raised now.',

  request: struct({ port: u32('The port.') }),
  response: struct({}),

  errnos: { EINVAL: 'There is no such port.' },
  example: { request: { port: 1 }, response: {} },

  handle(channels: EventChannels, { port }) {
    channels.unmask(port);
    return {};
  },
});
