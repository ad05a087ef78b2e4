import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { flags, gfn, u16, u32, unlessUntouched } from '../wire/wire.js';
import { optional } from '../wire/word.js';

const FLAGS = { no_gfns: 1 };

export const get_ioreq_server_info = defineHypercall({
  name: 'get_ioreq_server_info',
  hvmop: {
    number: 18,
    members: ['id', 'bufioreq_port', 'ioreq_pfn', 'bufioreq_pfn'],
    response: {
      bufioreq_port: 'bufioreq_port',
      ioreq_pfn: 'ioreq_gfn',
      bufioreq_pfn: 'bufioreq_gfn',
    },
  },
  dmop: { number: 2 },
  since: '4.5',
  callers: 'dm',
  summary: "Where a server's pages and buffered port are",
  description:
    'Unless `no_gfns` is set, the server gets its pages from the special gfns now, if it has none yet. ' +
    'What a server does not have is 0 in the answer.',

  request: struct({
    id: u16('The server.'),
    flags: optional(flags(FLAGS, u16('`no_gfns` (1): do not map pages by gfn.')), 0),
  }),
  response: struct({
    bufioreq_port: unlessUntouched(u32('Event channel of the buffered ring.')),
    ioreq_gfn: unlessUntouched(gfn('Page of the synchronous slots.')),
    bufioreq_gfn: unlessUntouched(gfn('Page of the buffered ring.')),
  }),

  errnos: {
    EINVAL: '`flags` has an unknown bit, or the domain is being destroyed.',
    ENOENT: 'There is no such server.',
    EPERM: 'The caller is not its emulator, or its pages were acquired as a resource.',
    ENOMEM: 'No special gfn is left.',
  },
  example: {
    request: { id: 0, flags: 0 },
    response: { bufioreq_port: 0, ioreq_gfn: '0xfeff0', bufioreq_gfn: '0x0' },
  },

  handle(domain, { id, flags }, caller) {
    const info = domain.ioreqServers.info(id, caller, flags);
    return {
      bufioreq_port: info.bufioreqPort ?? null,
      ioreq_gfn: info.ioreqGfn ?? null,
      bufioreq_gfn: info.bufioreqGfn ?? null,
    };
  },
});
