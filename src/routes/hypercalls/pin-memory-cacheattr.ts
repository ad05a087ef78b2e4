import { DELETE_PIN, EMT, UC_MINUS, pinCacheattr } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { struct } from '../wire/struct.js';
import { gfn, oneOf, pad, u32 } from '../wire/wire.js';

const TYPES = {
  uc: EMT.UC,
  wc: EMT.WC,
  wt: EMT.WT,
  wp: EMT.WP,
  wb: EMT.WB,
  uc_minus: UC_MINUS,
  delete: DELETE_PIN,
};

export const pin_memory_cacheattr = defineHypercall({
  name: 'pin_memory_cacheattr',
  dmop: { number: 18 },
  since: '4.11',
  callers: 'dm',
  summary: 'Fix the memory type of a range of pages',
  description:
    'What the guest says by its MTRRs and its PAT does not count there. The range need not be mapped; the same range ' +
    'may be given another type. EPT entries show a pinned type in a domain that may flush caches only.',

  request: struct({
    start: gfn('First page.'),
    end: gfn('Last page.'),
    type: oneOf(TYPES, u32('The type; `delete` lets go of exactly that range.')),
    pad: pad(4),
  }),
  response: struct({}),

  errnos: {
    EINVAL: 'The range is none or beyond the physical addresses, or there is no such type.',
    EPERM: 'Since 4.21: the domain has no devices, and the type is `uc`, `wc` or `uc_minus`.',
    ENOENT: 'That range is not pinned.',
    EBUSY: 'The range overlaps another one.',
    ENOSPC: 'There are 64 pinned ranges.',
  },
  example: { request: { start: '0x400', end: '0x40f', type: 'wb' }, response: {} },

  handle(domain, { start, end, type }) {
    pinCacheattr(domain, start, end, type);
    return {};
  },
});
