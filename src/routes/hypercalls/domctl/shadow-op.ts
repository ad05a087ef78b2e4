import { SHADOW_OP, shadowOp } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { text } from '../../wire/json-words.js';
import { ProblemError, invalidFields } from '../../problems/problem.js';
import { struct } from '../../wire/struct.js';
import { flags, hex53, oneOf, u32 } from '../../wire/wire.js';
import { optional } from '../../wire/word.js';

const MODES = { logdirty_final: 1, enable_refcount: 2, enable_log_dirty: 4, enable_translate: 8 };

/** As hexadecimal text, the bitmap of more has no place in a string. */
const MOST_PAGES = 2 ** 30;

export const shadow_op = defineHypercall({
  name: 'shadow_op',
  domctl: { number: 10 },
  since: '3.0',
  callers: 'target',
  summary: 'Track which guest pages are written',
  description:
    'While log-dirty mode is on, RAM is write-protected until its first write; that page is then in the bitmap. ' +
    '`clean` reads the bitmap, clears it and write-protects all of RAM anew, `peek` only reads it.',

  request: struct({
    op: oneOf(SHADOW_OP, u32('What to do.')),
    mode: optional(flags(MODES, u32('Of `enable`, and of `clean` and `peek`.')), 0),
    pages: optional(hex53('How many gfns, from 0 on, `dirty_bitmap` is to show.'), 0),
  }),
  response: struct({
    fault_count: u32('Of shadow paging: 0.'),
    dirty_count: u32('Pages that have become dirty since the last `clean`.'),
    dirty_bitmap: text('Byte by byte in hexadecimal, the lowest gfn in bit 0 of the first.'),
  }),

  errnos: {
    EINVAL:
      'There is no such operation or mode, the domain has no vcpu, or the mode is on already.',
    EBUSY: 'Pages of type `ioreq_server` are outstanding.',
  },
  missing: 'shadow paging, and the size of the pool of page-table pages',
  example: {
    request: { op: 'peek' },
    response: { fault_count: 0, dirty_count: 0, dirty_bitmap: '' },
  },

  *handle(domain, { op, mode, pages }) {
    if (Math.min(pages, domain.p2m.maxMappedGfn + 1) > MOST_PAGES)
      throw new ProblemError(
        invalidFields([{ pointer: '/pages', detail: `is more than ${MOST_PAGES}` }]),
      );
    const { dirtyCount, bitmap } = yield* shadowOp(domain, { op, mode, pages });
    return {
      fault_count: 0,
      dirty_count: dirtyCount,
      dirty_bitmap: Buffer.from(bitmap).toString('hex'),
    };
  },
});
