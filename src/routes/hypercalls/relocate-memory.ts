import {
  Restart,
  XenError,
  gfn as toGfn,
  isInvalidGfn,
  relocateMemory,
  type RelocateMemory,
} from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { gfn, pad, u32 } from '../wire/wire.js';
import { optional } from '../wire/word.js';

export const relocate_memory = defineHypercall({
  name: 'relocate_memory',
  dmop: { number: 17 },
  since: '4.11',
  callers: 'dm',
  summary: 'Move guest pages to other gfns',
  description:
    'As a device model does with the memory of a BAR. The pages come out as `ram_rw` and leave holes; what was at their ' +
    'new place is freed. Of `size` only the low 16 bits count: where it has more, the answer is what the struct says then. The pages before the first that refuses stay moved.',

  request: struct({
    size: u32('How many pages.'),
    pad: pad(4),
    src_gfn: gfn('The first one.'),
    dst_gfn: gfn('Where it is to be.'),
  }),
  response: struct({
    size: optional(u32('What is left of a size above 65535.')),
    src_gfn: optional(gfn('Behind what was moved; since 4.22 too far behind.')),
    dst_gfn: optional(gfn('Likewise.')),
  }),
  continuation: ['size', 'src_gfn', 'dst_gfn'],

  errnos: {
    EINVAL: "`dst_gfn` is ~0, or there is no page of the domain's at a source.",
    EACCES: 'Since 4.22: a source is not ordinary RAM.',
    EPERM: "A device's memory is where a page is to be.",
    EOVERFLOW: 'A run goes beyond the last gfn there can be.',
    ENOENT: 'A page is to be where no table reaches.',
    ENOMEM: 'No page for a table is left.',
  },
  example: { request: { src_gfn: '0x100', dst_gfn: '0x2000', size: 1 }, response: {} },

  *handle(domain, { size, src_gfn, dst_gfn }) {
    if (isInvalidGfn(dst_gfn)) throw new XenError('EINVAL', 'dst_gfn is no gfn at all');
    const move = { source: src_gfn, target: dst_gfn, nr: size };
    const rest = yield* relocateMemory(domain, move);
    if (rest === undefined) return {};
    return rest instanceof Restart ? new Restart(inStruct(rest.args)) : inStruct(rest);
  },
});

const inStruct = ({ source, target, nr }: RelocateMemory) => ({
  size: nr,
  src_gfn: toGfn(source),
  dst_gfn: toGfn(target),
});
