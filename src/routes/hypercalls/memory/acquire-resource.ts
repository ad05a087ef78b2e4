import {
  XenError,
  acquireFrame,
  grantFramesOf,
  hex,
  sizeOfResource,
  RESOURCE,
} from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { array, bool } from '../../wire/json-words.js';
import { struct } from '../../wire/struct.js';
import { hex53, oneOf, pad, u16, u32, u64 } from '../../wire/wire.js';
import { optional } from '../../wire/word.js';

const MAX_IOSERVID = 0xffff;
const MAX_UINT32 = 0xffff_ffffn;

export const acquire_resource = defineHypercall({
  name: 'acquire_resource',
  memory: { number: 28 },
  since: '4.11',
  isIn: ({ acquire_resource }) => acquire_resource,
  callers: 'dm',
  summary: "Acquire a server's pages, or a grant table, as a resource",
  description:
    "Xen allocates a server's pages, and they are never the guest's: frame 0 is the buffered ring, frame 1 the synchronous " +
    'slots. Of `grant_table` id 0 is the shared table, id 1 the status frames. Without room for frames (`frame_list` false) ' +
    'the answer tells how many there are. `…/mappings` holds on to what is acquired.',

  request: struct({
    type: oneOf(RESOURCE, u16('What sort of resource.')),
    id: u32('The server, or the table.'),
    nr: u32('How many frames.'),
    pad: pad(4),
    frame: optional(u64('The first one.'), 0n),
    frame_list: optional(bool('There is room for the frames; if not said, where `nr` is not 0.')),
  }),
  response: struct({
    nr: u32('How many frames.'),
    frames: array(hex53('A machine frame.'), 'The frames acquired.'),
  }),

  errnos: {
    EINVAL:
      'There is no such frame or sort of resource, the id has more than 16 bits, or there is room for no frames and `nr` asks for some, or the other way round.',
    ENOSYS: 'The profile of the domain is of a Xen that did not have it yet.',
    EOPNOTSUPP: 'In 4.17: there is no such sort of resource.',
    ENOENT: 'There is no such server, or it has no buffered ring.',
    EPERM: 'The caller is not its emulator, or its pages were mapped by gfn.',
    ENOMEM: 'The machine has no frame left.',
  },
  example: {
    request: { type: 'ioreq_server', id: 0, frame: '0x1', nr: 1 },
    response: { nr: 1, frames: ['0x2000'] },
  },

  checkStruct({ frame, nr }) {
    if (frame + BigInt(nr) > MAX_UINT32)
      throw new XenError('EINVAL', `${nr} frames from ${hex(frame)} are beyond all`);
  },

  handle(domain, { type, id, frame: from, nr, frame_list: hasRoom = nr > 0 }, caller) {
    const size = sizeOfResource(domain, type, id);
    if (!hasRoom) {
      if (nr > 0) throw new XenError('EINVAL', `there is no room for ${nr} frames`);
      return { nr: size, frames: [] };
    }
    if (nr === 0) throw new XenError('EINVAL', 'there is room for frames, and none is asked for');
    const frame = Number(from);
    if (type === RESOURCE.grant_table) return { nr, frames: grantFramesOf(domain, id, frame, nr) };
    if (type !== RESOURCE.ioreq_server)
      throw new XenError('EOPNOTSUPP', `there are no resources of type ${type}`);
    if (id > MAX_IOSERVID) throw new XenError('EINVAL', `${id} is no id of an ioreq server`);
    const frames = [];
    for (let at = frame; at < frame + nr; at++)
      frames.push(acquireFrame(domain.ioreqServers, caller, id, at).mfn ?? 0);
    return { nr, frames };
  },
});
