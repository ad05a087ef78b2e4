/**
 * The seed's scenario, in the order in which XenGT makes its calls: a device model claims the
 * writes to a guest's pages, serves them, and gives them back.
 */

import type { Chapter, Step } from './story.js';

const GUEST = '/domains/7';
const hvmop = (op: string) => `POST ${GUEST}/hvmop/${op}`;
const dmop = (op: string) => `POST ${GUEST}/dmop/${op}`;
const EXCHANGE = `POST ${GUEST}/ioreq-servers/0/exchange`;
const GUEST_ACCESS = `POST ${GUEST}/guest-access`;
const IN_THE_BACKGROUND = { prefer: 'respond-async' };

const ok = { rc: 0 };
const refused = (errno: string) => ({ errno });

const claim = (shows: string, body: object, status: number, answer: object): Step => ({
  shows,
  call: hvmop('map_mem_type'),
  body: { id: 0, type: 'ioreq_server', flags: ['write'], ...body },
  status,
  answer: { ...answer },
});

const setMemType = (
  shows: string,
  [hvmmem_type, first_pfn, nr]: readonly [string, string, number],
  status: number,
  answer: object,
): Step => ({
  shows,
  call: hvmop('set_mem_type'),
  body: { hvmmem_type, first_pfn, nr },
  status,
  answer: { ...answer },
});

const getMemType = (shows: string, pfn: string, mem_type: string): Step => ({
  shows,
  call: hvmop('get_mem_type'),
  body: { pfn },
  status: 200,
  answer: { rc: 0, mem_type },
});

const guest = (shows: string, body: object, answer: object): Step => ({
  shows,
  call: GUEST_ACCESS,
  body: { vcpu: 0, ...body },
  status: 200,
  answer: { ...answer },
});

const entryCount = (shows: string, entry_count: number): Step => ({
  shows,
  call: `GET ${GUEST}`,
  status: 200,
  answer: { entry_count },
});

export const XENGT_STORY: readonly Chapter[] = [
  {
    title: 'A guest, and a device model that registers itself',
    steps: [
      {
        shows: 'a guest with hardware-assisted paging and 64 MiB',
        call: 'POST /domains',
        body: { domid: 7, name: 'guest', memory_mib: 64 },
        status: 201,
        answer: { domid: 7, hap: true, entry_count: 0 },
      },
      {
        shows: 'the device model creates its ioreq server',
        call: dmop('create_ioreq_server'),
        body: { handle_bufioreq: 0 },
        status: 200,
        answer: { rc: 0, id: 0 },
      },
      {
        shows: 'asking where the page is gives the server its page',
        call: dmop('get_ioreq_server_info'),
        body: { id: 0 },
        status: 200,
        answer: { rc: 0, ioreq_gfn: '0xfeff0' },
      },
      {
        shows: 'it takes the configuration space of PCI device 00:02.0',
        call: dmop('map_io_range_to_ioreq_server'),
        body: { id: 0, type: 'pci', start: '0x10', end: '0x10' },
        status: 200,
        answer: ok,
      },
    ],
  },
  {
    title: 'The claim: one owner, writes only, and nothing changes type before it',
    steps: [
      setMemType(
        'v6 1/4: a page may become ioreq_server only after a claim',
        ['ioreq_server', '0x1000', 1],
        422,
        refused('EINVAL'),
      ),
      claim(
        'v6 1/4: only writes are forwarded: READ is refused',
        { flags: ['read'] },
        422,
        refused('EINVAL'),
      ),
      claim(
        'v6 1/4: only the type ioreq_server can be claimed',
        { type: 'ram_ro' },
        422,
        refused('EINVAL'),
      ),
      claim('a server that does not exist', { id: 5 }, 404, refused('ENOENT')),
      claim(
        'v6 1/4: a disclaim is the owner’s alone, and nobody owns it yet',
        { flags: 0 },
        422,
        refused('EINVAL'),
      ),
      claim('the claim is made before the server is enabled, as XenGT does', {}, 200, ok),
      claim(
        'v6 1/4: one owner at a time, and the owner itself is no exception',
        {},
        409,
        refused('EBUSY'),
      ),
      {
        shows: 'a second device model',
        call: dmop('create_ioreq_server'),
        body: { handle_bufioreq: 0 },
        status: 200,
        answer: { rc: 0, id: 1 },
      },
      claim('v6 1/4: a second claim by another server fails', { id: 1 }, 409, refused('EBUSY')),
      claim(
        'v6 1/4: one that is not the owner cannot disclaim',
        { id: 1, flags: 0 },
        422,
        refused('EINVAL'),
      ),
      {
        shows: 'the server is enabled',
        call: dmop('set_ioreq_server_state'),
        body: { id: 0, enabled: 1 },
        status: 200,
        answer: ok,
      },
    ],
  },
  {
    title: 'The pages: to and from ram_rw only',
    steps: [
      setMemType(
        'sixteen guest pages are write-protected for the device model',
        ['ioreq_server', '0x1000', 16],
        200,
        ok,
      ),
      getMemType('and say so', '0x1000', 'ioreq_server'),
      setMemType('a page becomes ram_ro', ['ram_ro', '0x2000', 1], 200, ok),
      setMemType(
        'v6 1/4: from ram_ro there is no way to ioreq_server',
        ['ioreq_server', '0x2000', 1],
        422,
        refused('EINVAL'),
      ),
      setMemType(
        'v6 1/4: from ioreq_server there is no way but to ram_rw',
        ['ram_ro', '0x1000', 1],
        422,
        refused('EINVAL'),
      ),
    ],
  },
  {
    title: 'The guest: reads pass, writes become requests',
    steps: [
      guest(
        'a read of a claimed page does not even exit',
        { kind: 'read', gpa: '0x1000008', size: 4 },
        {
          outcome: 'completed',
          data: '0x0',
          exits: [],
          ioreqs: [],
        },
      ),
      {
        shows: 'a write stops at an EPT violation, and the vcpu waits for the device model',
        call: GUEST_ACCESS,
        body: { vcpu: 0, kind: 'write', gpa: '0x1000008', size: 4, data: '0x2a' },
        headers: IN_THE_BACKGROUND,
        status: 202,
        answer: {
          outcome: 'pending',
          reason: 'ioreq',
          exits: [{ reason: 'EPT_VIOLATION', gpa: '0x1000008', qualification: '0x18a' }],
        },
      },
      {
        shows: 'which gets it as one COPY request',
        call: EXCHANGE,
        body: {},
        status: 200,
        answer: {
          ioreqs: [
            {
              seq: 1,
              vcpu: 0,
              type: 'copy',
              dir: 'write',
              addr: '0x1000008',
              data: '0x2a',
              size: 4,
              count: 1,
            },
          ],
        },
      },
      {
        shows: 'and answers it',
        call: EXCHANGE,
        body: { completions: [{ vcpu: 0, seq: 1 }] },
        status: 200,
        answer: { ioreqs: [], stale: [] },
      },
      {
        shows: 'the guest goes on',
        call: `GET ${GUEST}/guest-access/2`,
        status: 200,
        answer: { outcome: 'completed' },
      },
      guest(
        'Xen itself has written nothing: that is the device model’s to do',
        { kind: 'read', gpa: '0x1000008', size: 4 },
        {
          outcome: 'completed',
          data: '0x0',
        },
      ),
      {
        shows: 'v6 3/4: a read-modify-write reads RAM by itself',
        call: GUEST_ACCESS,
        body: { vcpu: 0, kind: 'rmw', op: 'add', gpa: '0x1000010', size: 4, data: '0x5' },
        headers: IN_THE_BACKGROUND,
        status: 202,
        answer: {
          outcome: 'pending',
          exits: [{ reason: 'EPT_VIOLATION', gpa: '0x1000010', qualification: '0x18b' }],
        },
      },
      {
        shows: 'and forwards the write alone',
        call: EXCHANGE,
        body: {},
        status: 200,
        answer: {
          ioreqs: [{ seq: 2, type: 'copy', dir: 'write', addr: '0x1000010', data: '0x5' }],
        },
      },
      {
        shows: 'answered as well',
        call: EXCHANGE,
        body: { completions: [{ vcpu: 0, seq: 2 }] },
        status: 200,
        answer: { ioreqs: [] },
      },
    ],
  },
  {
    title: 'The disclaim, with 1,000 pages outstanding',
    steps: [
      setMemType('back to ram_rw, page by page', ['ram_rw', '0x1000', 16], 200, ok),
      setMemType('1,000 pages', ['ioreq_server', '0x1000', 1000], 200, ok),
      entryCount('all of them counted', 1000),
      claim(
        'v6 4/4: the owner lets go, and the outstanding pages are reset before the call returns',
        { flags: 0 },
        200,
        ok,
      ),
      entryCount('v6 4/4: no entry is left', 0),
      getMemType('v6 4/4: they are ram_rw', '0x1123', 'ram_rw'),
      guest(
        'a write to one of them goes straight to RAM',
        { kind: 'write', gpa: '0x1123008', size: 4, data: '0x2a' },
        {
          outcome: 'completed',
          exits: [],
          ioreqs: [],
        },
      ),
      guest(
        'the sweep stopped at the last of them: a page beyond takes one EPT misconfiguration first',
        {
          kind: 'write',
          gpa: '0x3000008',
          size: 4,
          data: '0x2a',
        },
        {
          outcome: 'completed',
          exits: [{ reason: 'EPT_MISCONFIG', gpa: '0x3000008' }],
          ioreqs: [],
        },
      ),
      guest(
        'and none after that',
        { kind: 'write', gpa: '0x3000008', size: 4, data: '0x2b' },
        {
          outcome: 'completed',
          exits: [],
        },
      ),
      claim('v6 4/4: a new claim succeeds at once', {}, 200, ok),
    ],
  },
  {
    title: 'The same, with the sweep preempted after its first batch',
    steps: [
      setMemType('1,000 pages again', ['ioreq_server', '0x1000', 1000], 200, ok),
      claim(
        'the call gives way and says where it goes on',
        { flags: 0, preempt: { after_batches: 1 } },
        200,
        {
          rc: -85,
          errno: 'ERESTART',
          opaque: '0x100',
        },
      ),
      getMemType(
        'v6 4/4: a page that the sweep has not reached reads as ram_rw already',
        '0x1123',
        'ram_rw',
      ),
      entryCount('v6 4/4: although all entries are still there', 1000),
      claim('v6 4/4: so a new claim has to wait', { id: 1 }, 409, refused('EBUSY')),
      guest(
        'v6 4/4: its next write takes an EPT misconfiguration and then goes to RAM',
        {
          kind: 'write',
          gpa: '0x1123008',
          size: 4,
          data: '0x2c',
        },
        {
          outcome: 'completed',
          exits: [{ reason: 'EPT_MISCONFIG', gpa: '0x1123008' }],
          ioreqs: [],
        },
      ),
      entryCount('v6 4/4: which resolved its whole table, but not the others', 488),
      claim('v6 4/4: still EBUSY', { id: 1 }, 409, refused('EBUSY')),
      claim('the continuation', { flags: 0, opaque: '0x100' }, 200, ok),
      entryCount('v6 4/4: nothing is left now', 0),
      claim('v6 4/4: and another server may claim', { id: 1 }, 200, ok),
    ],
  },
  {
    title: 'Without hardware-assisted paging',
    steps: [
      {
        shows: 'a guest on shadow page tables',
        call: 'POST /domains',
        body: { domid: 8, hap: false, profile: '4.22', memory_mib: 16 },
        status: 201,
        answer: { domid: 8, hap: false },
      },
      {
        shows: 'its device model',
        call: 'POST /domains/8/dmop/create_ioreq_server',
        body: { handle_bufioreq: 0 },
        status: 200,
        answer: { rc: 0, id: 0 },
      },
      {
        shows: 'v6 1/4: HVM with HAP only',
        call: 'POST /domains/8/dmop/map_mem_type',
        body: { id: 0, type: 'ioreq_server', flags: ['write'] },
        status: 501,
        answer: refused('EOPNOTSUPP'),
      },
      {
        shows: 'both guests are destroyed',
        call: 'DELETE /domains/8',
        status: 204,
        answer: {},
      },
      { shows: 'the other one', call: `DELETE ${GUEST}`, status: 204, answer: {} },
    ],
  },
];
