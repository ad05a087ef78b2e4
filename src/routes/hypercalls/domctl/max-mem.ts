import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { hex53 } from '../../wire/wire.js';

const KIB_PER_PAGE = 4;
/** It is an unsigned int to Xen. */
const MOST_PAGES = 0xffff_ffff;

export const max_mem = defineHypercall({
  name: 'max_mem',
  domctl: { number: 11 },
  since: '3.0',
  callers: 'target',
  summary: 'Say how much memory a domain may have',
  description:
    'Less than it has is fine: then it gets no more, not even in place of a page that it has.',

  request: struct({ max_memkb: hex53('In KiB.') }),
  response: struct({}),

  errnos: {},
  example: { request: { max_memkb: '0x20000' }, response: {} },

  handle(domain, { max_memkb }) {
    domain.maxPages = Math.min(Math.floor(max_memkb / KIB_PER_PAGE), MOST_PAGES);
    return {};
  },
});
