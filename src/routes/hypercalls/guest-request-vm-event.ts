import { defineHypercall } from '../define-hypercall.js';
import type { Subject } from '../interfaces.js';
import { struct } from '../struct.js';

export const guest_request_vm_event = defineHypercall({
  name: 'guest_request_vm_event',
  hvmop: { number: 24, takesNull: true },
  since: '4.6',
  callers: 'anyone',
  summary: 'Ask for an event to whoever monitors the domain',
  description:
    'Of a domain in which nobody monitors such requests it does nothing, and says so by nothing.',

  request: struct({}),
  response: struct({}),

  errnos: {},
  missing: 'nobody can subscribe to such events yet',
  example: { request: {}, response: {} },

  handle: (_: Subject) => ({}),
});
