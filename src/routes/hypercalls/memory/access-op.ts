import {
  MEM_ACCESS,
  XenError,
  gfn as toGfn,
  requireMonitor,
  restrictEach,
  restrictRun,
  restrictionOf,
} from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { array } from '../../wire/json-words.js';
import { struct } from '../../wire/struct.js';
import { gfn, oneOf, u32, u8 } from '../../wire/wire.js';
import { optional } from '../../wire/word.js';

const OPS = { set_access: 0, get_access: 1, set_access_multi: 4 };

export const access_op = defineHypercall({
  name: 'access_op',
  memory: { number: 21 },
  since: '4.2',
  callers: 'dm',
  summary: "Restrict what the guest may do to its pages, for a monitor's sake",
  description:
    'What the guest tries against it is told to the monitor: see `/domains/{domid}/monitor`. A page of ~0 stands for ' +
    'the default of pages to come. A type forbids what it forbids all the same.',

  request: struct({
    op: oneOf(OPS, u8('What to do.')),
    access: optional(oneOf(MEM_ACCESS, u8('Of `set_access`.')), MEM_ACCESS.n),
    nr: optional(u32('Of `set_access`: how many pages.'), 0),
    pfn: optional(gfn('The first page.'), toGfn(0)),
    pfn_list: optional(array(gfn('A page.'), 'Of `set_access_multi`: which pages.'), []),
    access_list: optional(
      array(oneOf(MEM_ACCESS, u8('An access.')), 'Of `set_access_multi`: one a page.'),
      [],
    ),
    done: optional(u32('Where a call that gave way goes on; 0 otherwise.'), 0),
  }),
  response: struct({
    access: optional(oneOf(MEM_ACCESS, u8('Of `get_access`: what the guest may do.'))),
  }),
  continuation: ['done'],

  errnos: {
    EINVAL:
      'The domain is dying or has no HAP; a run is empty or ends beyond the highest gfn; or there is no such access.',
    ENODEV: 'Nobody watches the domain.',
    ESRCH: 'No page is there.',
    EFAULT: 'There are fewer accesses than pages.',
    ENOSYS: 'There is no such operation.',
    ENOMEM: 'No page for a table is left.',
  },
  missing: '`r_pw`, which has taken the number of `default` in 4.18, and the views of altp2m',
  example: {
    request: { op: 'get_access', pfn: '0x100' },
    response: { access: 'rwx' },
  },

  *handle(domain, { op, access, nr, pfn, pfn_list: gfns, access_list: accesses, done }) {
    requireMonitor(domain);
    switch (op) {
      case OPS.get_access:
        return { access: restrictionOf(domain, pfn) };
      case OPS.set_access:
        return (yield* restrictRun(domain, { gfn: pfn, nr, access, done })) ?? {};
      case OPS.set_access_multi:
        return (yield* restrictEach(domain, { gfns, accesses, done })) ?? {};
    }
    throw new XenError('ENOSYS', `there is no access operation ${op}`);
  },
});
