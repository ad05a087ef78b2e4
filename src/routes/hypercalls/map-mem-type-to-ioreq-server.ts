import { HVMMEM, Restart, mapMemType } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { SWEPT_TO } from '../definition/hvm-op-progress.js';
import { struct } from '../wire/struct.js';
import { flags, hex53, oneOf, u16, u32 } from '../wire/wire.js';
import { optional } from '../wire/word.js';

const FLAGS = { read: 1, write: 2 };

export const map_mem_type_to_ioreq_server = defineHypercall({
  name: 'map_mem_type_to_ioreq_server',
  aliases: ['map_mem_type'],
  hvmop: { number: 26, members: ['id', 'type', 'flags'], progress: SWEPT_TO },
  dmop: { number: 15 },
  since: '4.9',
  isIn: ({ map_mem_type }) => map_mem_type,
  callers: 'dm',
  summary: 'Claim or disclaim the writes to pages of a type',
  description:
    'With `write` the server gets every guest write to a page of type `ioreq_server`, whatever ranges there are; ' +
    'one server at a time. With no flag it lets go: the pages that still have the type become `ram_rw`, 256 gfns ' +
    'at a time, before the call returns. It need not be enabled for either.',

  request: struct({
    id: u16('The server.'),
    type: oneOf(HVMMEM, u16('Only `ioreq_server` can be claimed.')),
    flags: flags(FLAGS, u32('`write` (2) claims, 0 disclaims; Xen refuses `read` (1).')),
    opaque: optional(hex53('Where a call that gave way goes on; 0 otherwise.'), 0),
  }),
  response: struct({}),
  continuation: ['opaque'],

  errnos: {
    EOPNOTSUPP: 'The domain has no hardware-assisted paging.',
    EINVAL:
      'The type is not `ioreq_server`, a flag is not `write`, or a server disclaims what it does not own.',
    ENOENT: 'There is no such server.',
    EPERM: 'The caller is not its emulator.',
    EBUSY: 'A server owns the type, be it the same one, or pages of an earlier owner are left.',
    ENOMEM: 'No page for a table is left.',
  },
  example: { request: { id: 0, type: 'ioreq_server', flags: ['write'] }, response: {} },

  *handle(domain, { id, type, flags, opaque }, caller) {
    const rest = yield* mapMemType(domain, caller.domid, { id, type, flags, opaque });
    return rest instanceof Restart ? new Restart({ opaque: rest.args.opaque }) : {};
  },
});
