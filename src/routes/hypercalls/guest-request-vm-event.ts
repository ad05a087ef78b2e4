import { guestRequestVmEvent } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import type { Subject } from '../definition/interfaces.js';
import { struct } from '../wire/struct.js';

export const guest_request_vm_event = defineHypercall({
  name: 'guest_request_vm_event',
  hvmop: { number: 24, takesNull: true },
  since: '4.6',
  callers: 'anyone',
  summary: 'Ask for an event to whoever monitors the domain',
  description:
    'About the domain that calls. Where nobody monitors such requests it does nothing, and says so by nothing; ' +
    '`PUT …/monitor` with `guest_requests` does.',

  request: struct({}),
  response: struct({}),

  errnos: {},
  example: { request: {}, response: {} },

  handle(_: Subject, _request, { domain }) {
    if (domain !== undefined) guestRequestVmEvent(domain);
    return {};
  },
});
