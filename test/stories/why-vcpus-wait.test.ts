/** Whatever keeps a guest from going on, `GET /domains/{domid}/vcpus/{id}` says what it is, and nothing once it is over. */

import { describe, expect, it } from 'vitest';
import { IOREQ, STATE } from '../support/device-model/raw-ioreq.js';
import { story, type Story } from '../support/story.js';

const MMIO = 0xf000_0000;
const CLAIMED_GFN = 0x100;

const ON_MMIO = { kind: 'read', gpa: MMIO + 8, size: 4 };
const ON_CLAIMED_PAGE = { kind: 'write', gpa: 0x10_0008, size: 4, data: 7 };

const waitsFor = { state: 'blocked_in_xen', waits_for: { ioservid: 0, port: 1 } };
const forAnAnswer = { ...waitsFor, access: { outcome: 'pending', reason: 'ioreq' } };

type Move = (world: Story) => Promise<unknown>;

const call =
  (op: string, body: object): Move =>
  ({ dmop }) =>
    dmop(op, body);
const setType = (mem_type: string) =>
  call('set_mem_type', { mem_type, first_pfn: CLAIMED_GFN, nr: 1 });
const destroy = call('destroy_ioreq_server', { id: 0 });
const disable = call('set_ioreq_server_state', { id: 0, enabled: 0 });
const unmap = call('unmap_io_range_from_ioreq_server', {
  id: 0,
  type: 'memory',
  start: MMIO,
  end: MMIO + 0xfff,
});
const pause: Move = ({ post, domain }) => post(`${domain}/pause`);
const unpause: Move = ({ post, domain }) => post(`${domain}/unpause`);
const answer: Move = ({ exchange }) => exchange(0, { completions: [{ vcpu: 0, data: '0x2a' }] });
const access =
  (body: object): Move =>
  ({ guestBegins }) =>
    guestBegins(body);

/** Writes the answer into the slot; `notify` alone makes the vcpu look. */
const writeAnswer: Move = ({ putBytes, domain }) =>
  putBytes(`${domain}/ioreq-servers/0/pages/ioreq?offset=${IOREQ.flags}`, [STATE.respReady | 0x20]);
const bind: Move = ({ post, domid }) =>
  post('/domains/0/evtchn/bind_interdomain', { remote_dom: domid, remote_port: 1 });
const notify: Move = ({ post }) => post('/domains/0/evtchn/send', { port: 1 });

interface Case {
  readonly how: string;
  readonly moves: readonly Move[];
  readonly shows: object;
  /** What lets the vcpu go on. */
  readonly remedy: readonly Move[];
}

const CASES: readonly Case[] = [
  {
    how: 'a device model has not answered',
    moves: [access(ON_MMIO)],
    shows: { ...forAnAnswer, request: { dir: 'read', addr: '0xf0000008', size: 4 } },
    remedy: [answer],
  },
  {
    how: 'a port is asked for',
    moves: [access({ kind: 'in', port: 0x3f0, size: 1 })],
    shows: { ...forAnAnswer, request: { type: 'pio', addr: '0x3f0' } },
    remedy: [answer],
  },
  {
    how: 'the device model was disabled meanwhile, and answers late',
    moves: [access(ON_MMIO), disable],
    shows: forAnAnswer,
    remedy: [answer],
  },
  {
    how: 'the range was taken away meanwhile',
    moves: [access(ON_MMIO), unmap],
    shows: forAnAnswer,
    remedy: [answer],
  },
  {
    how: 'the page became plain RAM meanwhile',
    moves: [access(ON_CLAIMED_PAGE), setType('ram_rw')],
    shows: { ...forAnAnswer, request: { dir: 'write', data: '0x7' } },
    remedy: [answer],
  },
  {
    how: 'the answer is there and nobody has told the vcpu',
    moves: [bind, access(ON_MMIO), writeAnswer],
    shows: waitsFor,
    remedy: [notify],
  },
  {
    how: 'the owner of the page was destroyed',
    moves: [destroy, access(ON_CLAIMED_PAGE)],
    shows: { state: 'runnable', access: { outcome: 'pending', reason: 'refaulting' } },
    remedy: [setType('ram_rw')],
  },
  {
    how: 'its domain is paused',
    moves: [pause, access({ kind: 'read', gpa: 0x1000 })],
    shows: { state: 'paused', access: { outcome: 'pending', reason: 'paused' } },
    remedy: [unpause],
  },
  {
    how: 'its domain was paused while it waited',
    moves: [access(ON_MMIO), pause, answer],
    shows: { state: 'paused', access: { outcome: 'pending' } },
    remedy: [unpause],
  },
];

/** Server 0 has a range of memory and one of ports, and the writes to a page. */
async function setup() {
  const world = await story();
  const { addServer, dmop } = world;
  const id = await addServer([
    ['memory', MMIO, MMIO + 0xfff],
    ['port', 0x3f0, 0x3f7],
  ]);
  await dmop('map_mem_type', { id, type: 'ioreq_server', flags: ['write'] });
  await setType('ioreq_server')(world);
  return world;
}

describe('a vcpu waits because', () => {
  it.each(CASES)('$how', async ({ moves, shows, remedy }) => {
    const world = await setup();
    for (const move of moves) await move(world);
    expect(await world.vcpu(0)).toMatchObject(shows);

    for (const move of remedy) await move(world);
    expect(await world.accessOf(1)).toMatchObject({ outcome: 'completed' });
    const after = await world.vcpu(0);
    expect([after['state'], after['access'], after['waits_for']]).toEqual([
      'runnable',
      undefined,
      undefined,
    ]);
  });

  it('the server that had its request was destroyed: for ever', async () => {
    const world = await setup();
    for (const move of [access(ON_MMIO), destroy]) await move(world);

    expect(await world.vcpu(0)).toMatchObject({ ...forAnAnswer, request: { addr: '0xf0000008' } });
  });
});
