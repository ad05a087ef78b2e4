import { SHUTDOWN_REASON, remoteShutdown } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { oneOf, u32 } from '../wire/wire.js';

export const remote_shutdown = defineHypercall({
  name: 'remote_shutdown',
  dmop: { number: 16 },
  since: '4.10',
  callers: 'dm',
  summary: 'Stop the domain',
  description:
    'Never refused: of the reason the low 8 bits are kept, whatever they mean. The first reason counts, later calls do ' +
    'nothing. Vcpus that wait for a device model stop when it has answered, at a crash at once.',

  request: struct({ reason: oneOf(SHUTDOWN_REASON, u32('Why.')) }),
  response: struct({}),

  errnos: {},
  example: { request: { reason: 'poweroff' }, response: {} },

  handle(domain, { reason }) {
    remoteShutdown(domain, reason);
    return {};
  },
});
