import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { ioRange } from '../definition/io-range.js';

export const unmap_io_range_from_ioreq_server = defineHypercall({
  name: 'unmap_io_range_from_ioreq_server',
  hvmop: { number: 20 },
  dmop: { number: 4 },
  since: '4.5',
  callers: 'dm',
  summary: 'Take a range away from a server',
  description:
    'All of the range must be mapped. A request that is under way may still be answered.',

  request: ioRange,
  response: struct({}),

  errnos: {
    EINVAL: '`start` is above `end`, or there is no such `type`.',
    ENOENT: 'There is no such server, or not all of the range is mapped to it.',
    EPERM: 'The caller is not its emulator.',
    ENOMEM: 'The server has 256 separate ranges of that type and one would be split.',
  },
  example: { request: { id: 0, type: 'pci', start: '0x10', end: '0x10' }, response: {} },

  handle(domain, { id, type, start, end }, caller) {
    domain.ioreqServers.unmapRange(id, caller, type, start, end);
    return {};
  },
});
