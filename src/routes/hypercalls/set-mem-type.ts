import { HVMMEM, Restart, setMemType, setMemTypeAtOnce } from '../../hypervisor/index.js';
import { defineHypercall } from '../definition/define-hypercall.js';
import { PAGES_DONE } from '../definition/hvm-op-progress.js';
import { struct } from '../wire/struct.js';
import { gfn, oneOf, pad, u16, u32 } from '../wire/wire.js';

export const set_mem_type = defineHypercall({
  name: 'set_mem_type',
  hvmop: {
    number: 8,
    request: { hvmmem_type: 'mem_type', nr: 'nr', first_pfn: 'first_pfn' },
    progress: PAGES_DONE,
  },
  dmop: { number: 12 },
  since: '3.3',
  callers: 'dm',
  summary: 'Treat a run of guest pages in a given way',
  description:
    'Pages reach `ioreq_server` from `ram_rw` alone, once a server has claimed that type, and go back to `ram_rw` ' +
    'alone; to `mmio_dm` is a one-way street. The pages before the first that refuses stay changed.',

  request: struct({
    nr: u32('How many pages.'),
    mem_type: oneOf(HVMMEM, u16('What they are to become.')),
    pad: pad(2),
    first_pfn: gfn('First page of the run.'),
  }),
  response: struct({}),
  continuation: ['first_pfn', 'nr'],

  errnos: {
    EINVAL:
      'The run is empty or ends beyond the highest gfn, there is no such type, nobody has claimed it, or a page may not go from its type to that.',
    EOPNOTSUPP: 'Type `ioreq_server` needs hardware-assisted paging.',
    EAGAIN: 'A page is paged out or shared; its return has been asked for.',
    EBUSY: 'A page changed its type meanwhile.',
    ENOMEM: 'No page for a table is left.',
    ENOENT: 'No page for a table is left.',
  },
  example: { request: { first_pfn: '0x100', nr: 1, mem_type: 'ioreq_server' }, response: {} },

  *handle(domain, { first_pfn, nr, mem_type }) {
    const rest = yield* setMemType(domain, { memType: mem_type, firstGfn: first_pfn, nr });
    if (!(rest instanceof Restart)) return {};
    return new Restart({ first_pfn: rest.args.firstGfn, nr: rest.args.nr });
  },

  atOnce(domain, { first_pfn, nr, mem_type }) {
    const request = { memType: mem_type, firstGfn: first_pfn, nr };
    return setMemTypeAtOnce(domain, request) ? {} : undefined;
  },
});
