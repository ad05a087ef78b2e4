import { gfn as toGfn, Restart, modifiedMemory, modifiedRange } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { PAGES_DONE } from '../definition/hvm-op-progress.js';
import { array } from '../wire/json-words.js';
import { listIn } from '../definition/second-buffer.js';
import { struct } from '../wire/struct.js';
import { gfn, u32 } from '../wire/wire.js';
import { optional } from '../wire/word.js';

const extent = struct({
  nr: u32('How many pages.'),
  pad: optional(u32('Reserved; 0.'), 0),
  first_pfn: gfn('First page.'),
});

export const modified_memory = defineHypercall({
  name: 'modified_memory',
  hvmop: {
    number: 7,
    request: { nr: 'nr', first_pfn: 'first_pfn' },
    progress: PAGES_DONE,
  },
  dmop: {
    number: 11,
    request: { nr_extents: 'nr_extents', opaque: 'opaque', extents: 'extents' },
    buffer: listIn('extents', extent),
    buffersWanted: ({ modified_memory_buffers }) => modified_memory_buffers,
  },
  since: '3.3',
  callers: 'dm',
  summary: 'Say that the device model has written guest memory',
  description:
    'The pages are then dirty in the bitmap of log-dirty mode; without that mode, nothing is even looked at. ' +
    'Extents are done from the last to the first, and stay done if one before them is refused. Holes are passed over.',

  request: struct({
    nr_extents: optional(u32('How many extents are to be done; all, if not said.')),
    opaque: optional(u32('How many pages of the last one are done; 0 for a new call.'), 0),
    extents: optional(array(extent, 'The buffer of extents.')),
    first_pfn: optional(gfn('First page of the range.'), toGfn(0)),
    nr: optional(u32('How many pages.'), 0),
  }),
  response: struct({}),
  continuation: ['nr_extents', 'opaque', 'first_pfn', 'nr'],

  errnos: {
    EINVAL:
      'An extent is empty, ends beyond the highest gfn or, of a DMOP, on it, or has a reserved field set; there are more extents than the buffer holds; or `opaque` is beyond the last one.',
    EFAULT: 'The domain runs on 4.9 in log-dirty mode: a bug of its own.',
  },
  example: {
    request: { extents: [{ first_pfn: '0x100', nr: 1 }], first_pfn: '0x100', nr: 1 },
    response: {},
  },

  *handle(domain, { nr_extents, opaque, extents, first_pfn, nr }) {
    if (extents === undefined && nr_extents === undefined) {
      const rest = yield* modifiedRange(domain, { firstGfn: first_pfn, nr });
      if (!(rest instanceof Restart)) return {};
      return new Restart({ first_pfn: toGfn(rest.args.firstGfn), nr: rest.args.nr });
    }
    const given = (extents ?? []).map((one) => ({ ...one, firstGfn: one.first_pfn }));
    const nrExtents = nr_extents ?? given.length;
    const rest = yield* modifiedMemory(domain, { extents: given, nrExtents, opaque });
    if (!(rest instanceof Restart)) return {};
    return new Restart({ nr_extents: rest.args.nrExtents, opaque: rest.args.opaque });
  },
});
