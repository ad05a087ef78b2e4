import { XenError, acquireFrame, hex } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../define-hypercall.js';
import { array } from '../../json-words.js';
import { struct } from '../../struct.js';
import { hex53, oneOf, pad, u16, u32 } from '../../wire.js';
import { optional } from '../../word.js';

const TYPES = { ioreq_server: 0, grant_table: 1, vmtrace_buf: 2 };
/** An ioreq server's page of the buffered ring and, for up to 128 vcpus, its page of slots. */
const IOREQ_SERVER_FRAMES = 2;
const MAX_IOSERVID = 0xffff;
const MAX_UINT32 = 0xffff_ffff;

export const acquire_resource = defineHypercall({
  name: 'acquire_resource',
  memory: { number: 28 },
  since: '4.11',
  isIn: ({ acquire_resource }) => acquire_resource,
  callers: 'dm',
  summary: "Acquire a server's pages as a resource",
  description:
    "Xen allocates them, and they are never the guest's: frame 0 is the buffered ring, frame 1 the synchronous slots. " +
    'With `nr` 0 the answer tells how many frames there are.',

  request: struct({
    type: oneOf(TYPES, u16('What sort of resource.')),
    id: u32('The server.'),
    nr: u32('How many frames.'),
    pad: pad(4),
    frame: optional(hex53('The first one.'), 0),
  }),
  response: struct({
    nr: u32('How many frames.'),
    frames: array(hex53('A machine frame.'), 'The frames acquired.'),
  }),

  errnos: {
    EINVAL: 'There is no such frame or sort of resource, or the id has more than 16 bits.',
    ENOENT: 'There is no such server, or it has no buffered ring.',
    EPERM: 'The caller is not its emulator, or its pages were mapped by gfn.',
    ENOMEM: 'The machine has no frame left.',
  },
  missing: 'ioreq servers only, no grant tables',
  example: {
    request: { type: 'ioreq_server', id: 0, frame: '0x1', nr: 1 },
    response: { nr: 1, frames: ['0x2000'] },
  },

  checkStruct({ frame, nr }) {
    if (frame + nr > MAX_UINT32)
      throw new XenError('EINVAL', `${nr} frames from ${hex(frame)} are beyond all`);
  },

  handle({ ioreqServers }, { type, id, frame, nr }, caller) {
    if (type !== TYPES.ioreq_server)
      throw new XenError('EINVAL', `resources of type ${type} are not to be had`);
    if (nr === 0) return { nr: IOREQ_SERVER_FRAMES, frames: [] };
    if (id > MAX_IOSERVID) throw new XenError('EINVAL', `${id} is no id of an ioreq server`);
    const frames = [];
    for (let at = frame; at < frame + nr; at++)
      frames.push(acquireFrame(ioreqServers, caller, id, at).mfn ?? 0);
    return { nr, frames };
  },
});
