import {
  addToPhysmap,
  checkMapspace,
  gfn as toGfn,
  isInvalidGfn,
  MAPSPACE,
  relocateMemory,
  Restart,
  XenError,
} from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { gfn, hex53, oneOf, u16, u32 } from '../../wire/wire.js';
import { optional } from '../../wire/word.js';

export const add_to_physmap = defineHypercall({
  name: 'add_to_physmap',
  memory: { number: 7 },
  since: '3.0',
  callers: 'hvm_target',
  onPv: 'EACCES',
  summary: 'Put a frame at a gfn',
  description:
    'The frame is nowhere else from then on, and is `ram_rw`. A page that was there is freed; a frame of Xen’s is only ' +
    'unhooked. A page that moves leaves a hole.',

  request: struct({
    size: optional(u16('Of `gmfn_range`: how many pages.'), 0),
    space: oneOf(MAPSPACE, u32('What `idx` is an index of.')),
    idx: optional(hex53('Which frame: a gfn, or the number of a grant frame.'), 0),
    gpfn: gfn('Where it is to be.'),
  }),
  response: struct({}),
  continuation: ['size', 'idx', 'gpfn'],

  errnos: {
    EINVAL: 'There is no such space or frame, or `gpfn` is ~0.',
    ENOSYS: 'Pages of other domains come by the batch call alone.',
    EACCES:
      'Device memory is for dom0 to map into itself; the domain is PV; or, since 4.22, the page is not ordinary RAM.',
    EPERM: "A device's memory is there.",
    EOVERFLOW: 'A range goes beyond the last gfn there can be.',
    ENOENT: 'No table reaches so far.',
    ENOMEM: 'No page for a table is left.',
  },
  example: {
    request: { space: 'shared_info', idx: '0x0', gpfn: '0x2000' },
    response: {},
  },

  checkStruct({ space }) {
    if (space === MAPSPACE.gmfn_foreign)
      throw new XenError('ENOSYS', 'pages of other domains come by add_to_physmap_batch');
  },

  *handle(domain, { space, idx, gpfn, size }) {
    checkMapspace(domain, space);
    if (isInvalidGfn(gpfn)) throw new XenError('EINVAL', 'gpfn is no gfn at all');
    if (space !== MAPSPACE.gmfn_range) {
      addToPhysmap(domain, { space, idx, gpfn });
      return {};
    }
    const rest = yield* relocateMemory(domain, { source: idx, target: gpfn, nr: size });
    if (!(rest instanceof Restart)) return {};
    const { source, target, nr } = rest.args;
    return new Restart({ idx: source, gpfn: toGfn(target), size: nr });
  },
});
