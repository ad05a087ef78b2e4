/** The second half: the owner lets go while a thousand pages are outstanding. */

import { busyClaim, claim, disclaim, dmop, entryCount, guest, memTypeIs } from './calls.js';
import type { Stretch, TourStep } from './tour-step.js';

/** The claimed pages lie in two EPT tables of 512 entries; the second has others behind them. */
const TABLES: readonly Stretch[] = [
  { first_gfn: 0x1000, nr: 512 },
  { first_gfn: 0x1200, nr: 488 },
  { first_gfn: 0x13e8, nr: 24 },
];
const AT_TABLES = { stretches: TABLES, gfn: '0x1123' };
const OPAQUE = '0x100';

export const DISCLAIM_STEPS: readonly TourStep[] = [
  {
    title: 'A thousand pages',
    says:
      '984 more pages are claimed, so there are 1,000. They lie in two EPT tables of 512 entries each, which are drawn ' +
      'below one another from here on: the first is full of them, the second but for its last 24 pages.',
    calls: [
      dmop('set_mem_type', { mem_type: 'ioreq_server', first_pfn: '0x1010', nr: 984 }),
      entryCount(1000),
    ],
    ...AT_TABLES,
  },
  {
    title: 'The owner lets go, with pages outstanding',
    says:
      'Claiming with no flags gives the type back. Xen takes the owner away, marks the whole map for recalculation, and ' +
      'then sweeps it, 256 pages at a time. Here it is told to stop after the first 256, as it does on a host that has ' +
      'other work: ERESTART, to be continued at page 0x100. All 1,000 entries are still what they were.',
    calls: [
      disclaim(
        0,
        { preempt: { after_batches: 1 } },
        { rc: -85, errno: 'ERESTART', opaque: OPAQUE },
      ),
      entryCount(1000),
    ],
    ...AT_TABLES,
  },
  {
    title: 'Neither claimed nor free',
    says:
      'A page that the sweep has not reached is said to be ram_rw already, for that is what it will be once somebody ' +
      'looks at its entry. But the next claim has to wait, or its server would inherit writes to pages that it never ' +
      'asked for.',
    calls: [memTypeIs('0x1123', 'ram_rw'), busyClaim(1)],
    ...AT_TABLES,
  },
  {
    title: 'A misconfiguration heals a table',
    says:
      'The guest writes to such a page. The mark is a memory type that the CPU does not know: an EPT misconfiguration, ' +
      'not a violation. Xen computes the entry’s whole table anew, all 512, and the write goes to RAM. 488 entries ' +
      'are left, those of the other table.',
    calls: [
      guest(
        { kind: 'write', gpa: '0x1123008', size: 4, data: '0x2a' },
        { exits: [{ reason: 'EPT_MISCONFIG', gpa: '0x1123008' }], ioreqs: [] },
      ),
      entryCount(488),
    ],
    ...AT_TABLES,
  },
  {
    title: 'The continuation',
    says:
      'The call is made again with the number that it answered, and goes on from there. When it returns 0, no entry of ' +
      'the type is left anywhere.',
    calls: [disclaim(0, { opaque: OPAQUE }, { rc: 0 }), entryCount(0)],
    ...AT_TABLES,
  },
  {
    title: 'A new claim',
    says: 'Now the second device model may have the type. It starts with no pages, and will hear of those that it names itself.',
    calls: [claim(1), entryCount(0)],
    ...AT_TABLES,
  },
];
