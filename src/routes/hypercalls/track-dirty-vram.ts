import { trackDirtyVram } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { text } from '../wire/json-words.js';
import { bitmapIn } from '../definition/second-buffer.js';
import { struct } from '../wire/struct.js';
import { gfn, pad, u32 } from '../wire/wire.js';
import { optional } from '../wire/word.js';

export const track_dirty_vram = defineHypercall({
  name: 'track_dirty_vram',
  hvmop: {
    number: 6,
    request: { nr: 'nr', first_pfn: 'first_pfn' },
    buffer: bitmapIn('dirty_bitmap'),
  },
  dmop: { number: 7, buffer: bitmapIn('dirty_bitmap', 'bitmap_bytes') },
  since: '3.3',
  callers: 'dm',
  summary: 'Which pages of a video memory have been written since the last call',
  description:
    'There is one such range a domain. A call for another one, or with another `nr`, tracks that from now on and ' +
    'answers that all of it is dirty; `nr` 0 ends it. Clean pages are write-protected, and `get_mem_type` calls them ' +
    '`ram_ro`. A page that is not `ram_rw`, as one that an ioreq server has claimed, is never dirty.',

  request: struct({
    nr: u32('How many pages; 262144 at most.'),
    pad: pad(4),
    first_pfn: gfn('First page of the range.'),
    bitmap_bytes: optional(
      u32('Room in the buffer for the bitmap; as much as it takes, if not said.'),
    ),
  }),
  response: struct({
    dirty_bitmap: text('Byte by byte in hexadecimal, the first page in bit 0 of the first.'),
  }),

  errnos: {
    EINVAL:
      'There are too many pages, the buffer is too small for their bitmap, or the domain has no vcpu.',
    ESRCH: 'The domain is dying.',
  },
  example: { request: { first_pfn: '0x100', nr: 8 }, response: { dirty_bitmap: 'ff' } },

  handle(domain, { first_pfn, nr, bitmap_bytes }) {
    const dirty = trackDirtyVram(domain, { firstGfn: first_pfn, nr, room: bitmap_bytes });
    return { dirty_bitmap: Buffer.from(dirty).toString('hex') };
  },
});
