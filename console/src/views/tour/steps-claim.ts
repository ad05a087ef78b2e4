/** The first half of the tour: a device model registers, claims, and serves what the guest does. */

import {
  accessEnds,
  busyClaim,
  claim,
  createGuest,
  dmop,
  entryCount,
  exchange,
  guest,
  guestWaits,
} from './calls.js';
import type { Stretch, TourStep } from './tour-step.js';

const AROUND: readonly Stretch[] = [{ first_gfn: 0xff8, nr: 32 }];
const AT_PAGE = { stretches: AROUND, gfn: '0x1000' };

export const CLAIM_STEPS: readonly TourStep[] = [
  {
    title: 'A guest, and a device model that registers',
    says:
      'This is a guest with 64 MiB of RAM and hardware-assisted paging. A device model makes itself known to Xen as an ' +
      'ioreq server: somebody whom Xen can send the guest’s accesses to. Asking for its info gives the server the shared ' +
      'page that requests travel through.',
    calls: [
      createGuest,
      dmop('create_ioreq_server', { handle_bufioreq: 0 }, { rc: 0, id: 0 }),
      dmop('get_ioreq_server_info', { id: 0 }, { rc: 0, ioreq_gfn: '0xfeff0' }),
    ],
    ...AT_PAGE,
  },
  {
    title: 'Plain RAM, so far',
    says:
      'The guest writes 0x25 into one of its pages. The page is ram_rw, so the CPU does it without leaving the guest: no ' +
      'exit, no request. Nobody hears of it, the device model least of all.',
    calls: [
      guest({ kind: 'write', gpa: '0x1000010', size: 4, data: '0x25' }, { exits: [], ioreqs: [] }),
    ],
    ...AT_PAGE,
  },
  {
    title: 'The claim',
    says:
      'The device model wants to hear of writes to some pages, as XenGT does for the page tables of a virtual GPU. It ' +
      'claims the page type ioreq_server, for writes only, and is enabled. It owns the type from now on, though no ' +
      'page is of that type yet.',
    calls: [claim(0), dmop('set_ioreq_server_state', { id: 0, enabled: 1 }), entryCount(0)],
    ...AT_PAGE,
  },
  {
    title: 'Pages change colour',
    says:
      'Sixteen pages become ioreq_server. In their EPT entries the permission to write is gone and the one to read has ' +
      'stayed. Xen counts such entries: 16.',
    calls: [
      dmop('set_mem_type', { mem_type: 'ioreq_server', first_pfn: '0x1000', nr: 16 }),
      entryCount(16),
    ],
    ...AT_PAGE,
  },
  {
    title: 'A read passes',
    says:
      'The guest reads what it wrote before. Reads are still allowed, so the CPU fetches 0x25 from RAM by itself, and ' +
      'again nobody hears of it.',
    calls: [
      guest({ kind: 'read', gpa: '0x1000010', size: 4 }, { data: '0x25', exits: [], ioreqs: [] }),
    ],
    ...AT_PAGE,
  },
  {
    title: 'A write becomes a request',
    says:
      'The guest writes, which the entry forbids: the CPU leaves the guest with an EPT violation. Xen finds the type ' +
      'ioreq_server, looks who owns it, and sends the write to server 0. Until there is an answer, the vcpu waits.',
    calls: [
      guestWaits(
        { kind: 'write', gpa: '0x1000008', size: 4, data: '0x2a' },
        { exits: [{ reason: 'EPT_VIOLATION', gpa: '0x1000008', qualification: '0x18a' }] },
      ),
    ],
    ...AT_PAGE,
  },
  {
    title: 'The device model answers',
    says:
      'The device model fetches the request, does what such a write means for its device, and answers; the vcpu goes ' +
      'on. Xen itself has stored nothing: the last call reads 0x0 from RAM. To put the value there is the device ' +
      'model’s business.',
    calls: [
      exchange({}, [{ seq: 1, type: 'copy', dir: 'write', addr: '0x1000008', data: '0x2a' }]),
      exchange({ completions: [{ vcpu: 0, seq: 1 }] }, []),
      accessEnds(3),
      guest({ kind: 'read', gpa: '0x1000008', size: 4 }, { data: '0x0' }),
    ],
    ...AT_PAGE,
  },
  {
    title: 'A read-modify-write',
    says:
      'An add to memory reads and writes, so the qualification of its EPT violation has both bits: 0x18b. The claim is for writes ' +
      'only. Xen therefore reads 0x25 from RAM by itself, adds 5, and is left with a write.',
    calls: [
      guestWaits(
        { kind: 'rmw', op: 'add', gpa: '0x1000010', size: 4, data: '0x5' },
        { exits: [{ reason: 'EPT_VIOLATION', gpa: '0x1000010', qualification: '0x18b' }] },
      ),
    ],
    ...AT_PAGE,
  },
  {
    title: 'Only the write is forwarded',
    says:
      'That is all the device model sees: one request, a write of 0x2a, which is 0x25 + 5. Before patch 3 of the series ' +
      'the read half went to the device model too, though it had claimed writes only.',
    calls: [
      exchange({}, [{ seq: 2, type: 'copy', dir: 'write', addr: '0x1000010', data: '0x2a' }]),
      exchange({ completions: [{ vcpu: 0, seq: 2 }] }, []),
      accessEnds(5),
    ],
    ...AT_PAGE,
  },
  {
    title: 'A second claim is refused',
    says:
      'A second device model registers and claims the same type: EBUSY. The type has one owner in a domain, so that Xen ' +
      'never has to ask which of two a write is meant for.',
    calls: [dmop('create_ioreq_server', { handle_bufioreq: 0 }, { rc: 0, id: 1 }), busyClaim(1)],
    ...AT_PAGE,
  },
];
