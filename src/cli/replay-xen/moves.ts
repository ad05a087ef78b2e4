/** Recorded steps that are no hypercalls of a device model: what dom0 does besides, and looks at. */

import { prepareAnswer } from './answer.js';
import { DONE, resultOf, type Call } from './call-result.js';
import { HYPERCALLS } from './hypercalls.js';
import { MEMORY } from './layout.js';
import { PAGE_SIZE } from './page-pattern.js';
import type { GuestStep, Step } from './recording.js';
import { notify, putAnswer, putState, readSlot } from './slot.js';

/** What the kinds of domain that a step creates are over HTTP. */
const KINDS = [
  { kind: /^PV/, spec: { type: 'pv' } },
  { kind: /vcpus not yet allocated, no memory$/, spec: { memory: [] } },
  { kind: /^HVM shadow/, spec: { hap: false, memory: MEMORY } },
] as const;

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
    const { state, vpEport } = await readSlot(world, Number(id));
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
    const id = world.servers.idOf(String(srv));
    const { held } = world;
    const answer = held && (await prepareAnswer(world, held));
    const found = await putAnswer(world, id, answer?.value);
    world.held = undefined;
    if (isNotified === true) await notify(world, id);
    return found === state_found ? DONE : { ...DONE, errno: `the slot was in state ${found}` };
  },

  dm_notifies: async (world, { srv }, following) => {
    const id = world.servers.idOf(String(srv));
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
};

/** The state that the device model has put into the slot first: the label of what comes of it tells. */
function stateMeanwhile(following: readonly Step[]): number | undefined {
  const next = following.find(({ op }) => op === 'guest_continue') as GuestStep | undefined;
  const state = /^state=\w+\((\d+)\)/.exec(next?.label ?? '')?.[1];
  return state === undefined ? undefined : Number(state);
}
