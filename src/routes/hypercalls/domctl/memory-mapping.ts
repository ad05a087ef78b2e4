import { checkMapping, mapIomem } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { hex53, u32, u64 } from '../../wire/wire.js';

export const memory_mapping = defineHypercall({
  name: 'memory_mapping',
  domctl: { number: 39 },
  since: '3.3',
  callers: 'dm',
  summary: "Map a device's frames into a domain, or take them out",
  description:
    'The guest then comes at them without an exit: a BAR that is passed through, or the aperture of a GPU. One call makes ' +
    '64 mappings at most, of 4 KiB or 2 MiB; Xen returns 0 once all are done, and else how many. Here no device is ' +
    'behind them, but memory that keeps what is written.',

  request: struct({
    first_gfn: u64('Where the guest sees them.'),
    first_mfn: u64('The first frame of the device.'),
    nr_mfns: u64('How many frames.'),
    add_mapping: u32('0 takes the mapping away, anything else makes it.'),
  }),
  response: struct({ done: hex53('How many frames are done: go on behind them.') }),

  errnos: {
    EINVAL:
      'The frames wrap, or are beyond the machine or what the guest can address; or there is no such mapping to be taken away.',
    EPERM:
      'The caller or the domain may not have them; or something special is mapped there, and the domain crashes.',
    ENOMEM: 'No page-table page is left.',
  },
  example: {
    request: { first_gfn: '0xc0000', first_mfn: '0xfd000', nr_mfns: '0x10', add_mapping: 1 },
    response: { done: '0x10' },
  },

  checkBefore(_domain, { first_gfn, first_mfn, nr_mfns }, { iomem_checks }) {
    if (iomem_checks === 'range_first') checkMapping(first_gfn, { first: first_mfn, nr: nr_mfns });
  },
  handle(domain, { first_gfn, first_mfn, nr_mfns, add_mapping }, caller) {
    const frames = { first: first_mfn, nr: nr_mfns };
    return { done: mapIomem(domain, caller, first_gfn, frames, add_mapping !== 0) };
  },
});
