import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { ioRange } from '../definition/io-range.js';

export const map_io_range_to_ioreq_server = defineHypercall({
  name: 'map_io_range_to_ioreq_server',
  hvmop: { number: 19 },
  dmop: { number: 3 },
  since: '4.5',
  callers: 'dm',
  summary: 'Send the accesses to a range to a server',
  description:
    'Neighbouring ranges become one. Ranges of two servers may overlap: of those that are enabled and hold the ' +
    'whole access, the highest id gets it.',

  request: ioRange,
  response: struct({}),

  errnos: {
    EINVAL: '`start` is above `end`, or there is no such `type`.',
    ENOENT: 'There is no such server.',
    EPERM: 'The caller is not its emulator.',
    EEXIST: 'The server has part of the range already.',
    ENOMEM: 'The server has 256 separate ranges of that type.',
  },
  example: { request: { id: 0, type: 'pci', start: '0x10', end: '0x10' }, response: {} },

  handle(domain, { id, type, start, end }, caller) {
    domain.ioreqServers.mapRange(id, caller, type, start, end);
    return {};
  },
});
