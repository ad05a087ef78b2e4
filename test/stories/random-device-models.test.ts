/**
 * Device models that do anything at any time: no vcpu ever waits without the reason shown, and none that has
 * nothing to wait for is shown to. Each run is told by its seed.
 */

import { describe, expect, it } from 'vitest';
import { story, type Answer, type Story } from '../support/story.js';

const VCPUS = [0, 1, 2];
const SERVERS = [0, 1];
const STEPS = 60;
const MMIO = 0xf000_0000;
const CLAIMED_GFN = 0x100;

/** A linear congruential generator: Numerical Recipes' constants. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

type Dice = ReturnType<typeof dice>;
type Move = (world: Story, roll: Dice) => Promise<Answer>;

const ACCESSES = [
  { kind: 'read', gpa: MMIO + 8, size: 4 },
  { kind: 'rmw', op: 'add', gpa: MMIO + 16, size: 4, data: 1 },
  { kind: 'write', gpa: CLAIMED_GFN << 12, size: 4, data: 7 },
  { kind: 'rep_stos', gpa: CLAIMED_GFN << 12, size: 8, count: 3, data: 7 },
  { kind: 'in', port: 0x3f0, size: 2 },
];

const setType = ({ dmop }: Story, mem_type: string) =>
  dmop('set_mem_type', { mem_type, first_pfn: CLAIMED_GFN, nr: 1 });

/** A vcpu that is in an access already refuses another one. */
const begin: Move = ({ guestBegins }, roll) =>
  guestBegins({ vcpu: roll(VCPUS.length), ...ACCESSES[roll(ACCESSES.length)] });
const take: Move = ({ exchange }, roll) => exchange(roll(SERVERS.length), { max: 1 + roll(2) });
const answer: Move = ({ exchange }, roll) =>
  exchange(roll(SERVERS.length), { completions: [{ vcpu: roll(VCPUS.length), data: '0x5' }] });
const claim: Move = ({ dmop }, roll) =>
  dmop('map_mem_type', { id: roll(SERVERS.length), type: 'ioreq_server', flags: 2 * roll(2) });

/** What often happens stands often. */
const MOVES: readonly Move[] = [
  begin,
  begin,
  begin,
  take,
  answer,
  answer,
  answer,
  claim,
  (world) => setType(world, 'ioreq_server'),
  (world) => setType(world, 'ram_rw'),
  ({ dmop }, roll) =>
    dmop('set_ioreq_server_state', { id: roll(SERVERS.length), enabled: roll(2) }),
  ({ dmop }, roll) => dmop('destroy_ioreq_server', { id: roll(SERVERS.length * 3) }),
  ({ post, domain }) => post(`${domain}/pause`),
  ({ post, domain }) => post(`${domain}/unpause`),
  ({ post, domain }) => post(`${domain}/unpause`),
];

describe('device models that do anything', () => {
  it.each([1, 2])('leave no vcpu waiting without a reason, seed %i', async (seed) => {
    const world = await story({ vcpus: VCPUS.length });
    const roll = dice(seed);
    const latest = new Map<number, number>();

    for (let step = 0; step < STEPS; step++) {
      await bringBackServers(world);
      const { vcpu, id } = await MOVES[roll(MOVES.length)]!(world, roll);
      if (vcpu !== undefined) latest.set(vcpu, id);
      const all = await Promise.all(VCPUS.map((n) => complaint(world, n, latest.get(n))));
      expect([step, all]).toEqual([step, VCPUS.map(() => undefined)]);
    }
  });
});

/** What is wrong with what a vcpu shows, of which the latest access is known; undefined: nothing. */
async function complaint({ vcpu, accessOf }: Story, n: number, latest: number | undefined) {
  const shown = await vcpu(n);
  const isPending = latest !== undefined && (await accessOf(latest))['outcome'] === 'pending';
  if (shown['access']?.id !== (isPending ? latest : undefined)) return ['another access', shown];
  const wrong = unexplained(shown);
  return wrong && [wrong, shown];
}

/** Why what a vcpu shows does not tell what keeps it; undefined: it does. */
function unexplained({ state, access, waits_for, request }: Answer): string | undefined {
  if (access !== undefined) {
    if (access.outcome !== 'pending') return 'it is in an access that has come to its end';
    if (access.reason === undefined) return 'its access waits without a reason';
    if (state === 'runnable' && access.reason !== 'refaulting') return 'nothing keeps it';
  }
  if (state === 'blocked_in_xen' && waits_for === undefined) return 'it waits for no server';
  if (waits_for !== undefined && request === undefined) return 'it waits for no answer';
  if (waits_for !== undefined && access === undefined) return 'it waits outside any access';
  return undefined;
}

async function bringBackServers({ get, domain, addServer }: Story): Promise<void> {
  const { ioreq_servers } = await get(`${domain}/ioreq-servers`);
  if (ioreq_servers.length === SERVERS.length) return;
  await addServer([
    ['memory', MMIO, MMIO + 0xfff],
    ['port', 0x3f0, 0x3f7],
  ]);
}
