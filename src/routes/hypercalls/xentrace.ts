import { MAX_EXTRA_BYTES, checkTraceRecord } from '../../hypervisor/index.js';
import { octetsIn } from '../wire/c-type.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { array } from '../wire/json-words.js';
import { struct } from '../wire/struct.js';
import { u16, u8 } from '../wire/wire.js';
import { optional } from '../wire/word.js';

export const xentrace = defineHypercall({
  name: 'xentrace',
  hvmop: { number: 11 },
  since: '4.0',
  callers: 'anyone',
  summary: "Write a record into Xen's trace buffers",
  description: 'Which nobody reads here: the record is checked and dropped.',

  request: struct({
    event: u16('Which event, of 12 bits.'),
    extra_bytes: u16('How many bytes of `extra` belong to it.'),
    extra: {
      ...optional(array(u8('A byte.'), `Up to ${MAX_EXTRA_BYTES} bytes.`), []),
      c: octetsIn(MAX_EXTRA_BYTES),
    },
  }),
  response: struct({}),

  errnos: {
    EINVAL: 'The event has more bits, or there are more bytes, or since 4.18 part of a word.',
  },
  example: { request: { event: 1, extra_bytes: 4, extra: [1, 2, 3, 4] }, response: {} },

  checkFirst({ event, extra_bytes }, knobs) {
    checkTraceRecord({ event, extraBytes: extra_bytes }, knobs);
  },

  handle: () => ({}),
});
