/** Recorded steps that are no hypercalls of a device model: what dom0 does besides, and looks at. */

import { DONE, resultOf, type Call, type CallResult } from './call-result.js';
import { answerTo } from './device-model.js';
import { fromHex } from './hex.js';
import { HYPERCALLS } from './hypercalls.js';
import { MEMORY } from './layout.js';
import { PAGE_SIZE } from './page-pattern.js';
import type { RecordedWorld } from './recorded-world.js';
import type { GuestStep, Step } from './recording.js';
import { notify, peek, putAnswer, putState } from './shared-page.js';

/** What the kinds of domain that a step creates are over HTTP. */
const KINDS = [
  { kind: /^PV/, spec: { type: 'pv' } },
  { kind: /vcpus not yet allocated, no memory$/, spec: { memory: [] } },
  { kind: /^HVM shadow/, spec: { hap: false, memory: MEMORY } },
] as const;

/** As far as the domain's memory reaches. */
const NR_GFNS = 0x940;
/** Dirty pages that a recording lists. */
const LISTED_DIRTY = 24;

export const MOVES: Readonly<Record<string, Call>> = {
  foreignmemory_map: async (world, { gfn }) =>
    resultOf(await world.send('GET', `/ram?gpa=${Number(gfn) * PAGE_SIZE}&length=1`)),

  map_io_range_loop: async (world, { id, type, first, stride, len }, following) => {
    for (let accepted = 0; ; accepted++) {
      const start = Number(first) + accepted * Number(stride);
      const range = { id, type, start, end: start + Number(len) - 1 };
      const result = await HYPERCALLS.map_io_range(world, range, following);
      if (result.ret !== 0) return { ...result, out: { accepted } };
    }
  },

  shared_page_peek: async (world, { id }) => {
    const { state, vpEport } = await peek(world, Number(id));
    const isSet = vpEport !== 0;
    return {
      ...DONE,
      out: {
        state,
        vp_eport_before_enable_nonzero: isSet,
        vp_eport_after_enable_nonzero: isSet,
        vp_eport_after_disable_nonzero: isSet,
      },
    };
  },

  dm_answers: async (world, { srv, notify: isNotified, state_found }) => {
    const id = world.idOf(String(srv));
    const value = world.held?.dir === 'read' ? answerTo(world.held) : undefined;
    const found = await putAnswer(world, id, value);
    world.held = undefined;
    if (isNotified === true) await notify(world, id);
    return found === state_found ? DONE : { ...DONE, errno: `the slot was in state ${found}` };
  },

  dm_notifies: async (world, { srv }, following) => {
    const id = world.idOf(String(srv));
    const state = stateMeanwhile(following);
    if (state !== undefined) await putState(world, id, state);
    await notify(world, id);
    return DONE;
  },

  domctl_createdomain: async (world, { kind }) => {
    const name = String(kind);
    const reply = await world.createDomain(KINDS.find((row) => row.kind.test(name))?.spec ?? {});
    const { domid } = reply.answer;
    if (typeof domid === 'number') world.turnTo(name, domid);
    return resultOf(reply);
  },

  domctl_destroydomain: async (world) => resultOf(await world.send('DELETE', '')),

  domctl_set_target: async (world) => {
    const path = `/domains/${world.emulatorDomid}/domctl/set_target`;
    return resultOf(await world.service.send('POST', path, { target: world.domid }));
  },

  shadow_op_enable_logdirty: async (world) => {
    const reply = await shadowOp(world, { op: 'enable_logdirty' });
    if (reply.status === 200) world.isLogDirty = true;
    return resultOf(reply);
  },

  shadow_op_off: async (world) => {
    world.isLogDirty = false;
    return resultOf(await shadowOp(world, { op: 'off' }));
  },

  logdirty_clean: async (world) => readDirty(world, 'clean'),
  logdirty_peek: async (world) => readDirty(world, 'peek'),

  remote_shutdown: async (world, { reason }) =>
    resultOf(await world.send('POST', '/shutdown', { reason })),
};

const shadowOp = (world: RecordedWorld, body: object) =>
  world.send('POST', '/domctl/shadow_op', body);

async function readDirty(world: RecordedWorld, op: string): Promise<CallResult> {
  const reply = await shadowOp(world, { op, pages: NR_GFNS });
  const { dirty_count, dirty_bitmap = '' } = reply.answer;
  const bytes = fromHex(String(dirty_bitmap));
  const gfns = Array.from({ length: NR_GFNS }, (_, gfn) => gfn);
  const dirty = gfns.filter((gfn) => (((bytes[gfn >> 3] ?? 0) >> (gfn & 7)) & 1) === 1);
  const dirty_pfns = dirty.slice(0, LISTED_DIRTY).map((gfn) => `0x${gfn.toString(16)}`);
  return resultOf(reply, { dirty_count, dirty_pfns, total: dirty.length });
}

/** The state that the device model has put into the slot first: the label of what comes of it tells. */
function stateMeanwhile(following: readonly Step[]): string | undefined {
  const next = following.find(({ op }) => op === 'guest_continue') as GuestStep | undefined;
  return /^state=(\w+)\(/.exec(next?.label ?? '')?.[1];
}
