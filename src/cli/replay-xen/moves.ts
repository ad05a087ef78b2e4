/** Recorded steps that are no hypercalls of a device model: what dom0 does besides, and looks at. */

import { prepareAnswer } from './answer.js';
import { DONE, resultOf, type Call } from './call-result.js';
import { HYPERCALLS } from './hypercalls.js';
import { PAGE_SIZE } from './page-pattern.js';
import type { GuestStep, Step } from './recording.js';
import { notify, putAnswer, putState } from './slot.js';
import { answerVcpu, beginRequests } from './two-vcpus.js';

/** Ranges that are pinned until there is room for no more. */
const FIRST_PINNED = 0x3000;
const WRITE_BACK = 6;

export const MOVES: Readonly<Record<string, Call>> = {
  foreignmemory_map: async (world, { gfn }) =>
    resultOf(await world.send('GET', `/ram?gpa=${Number(gfn) * PAGE_SIZE}&length=1`)),

  map_io_range_loop: async (world, { id, type, first, stride, len }, ...rest) => {
    for (let accepted = 0; ; accepted++) {
      const start = Number(first) + accepted * Number(stride);
      const range = { id, type, start, end: start + Number(len) - 1 };
      const result = await HYPERCALLS.map_io_range(world, range, ...rest);
      if (result.ret !== 0) return { ...result, out: { accepted } };
    }
  },

  pin_memory_cacheattr_loop: async (world, { stride }, ...rest) => {
    for (let accepted = 0; ; accepted++) {
      const start = FIRST_PINNED + accepted * Number(stride);
      const range = { start, end: start, type: WRITE_BACK };
      const result = await HYPERCALLS.pin_memory_cacheattr(world, range, ...rest);
      if (result.ret !== 0) return { ...result, out: { accepted } };
    }
  },

  dm_answers: async (world, args, following) => {
    if (args['vcpu'] !== undefined) {
      await beginRequests(world, following);
      await answerVcpu(world, args);
      return DONE;
    }
    const { srv, notify: isNotified, state_found } = args;
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
};

/** The state that the device model has put into the slot first: the label of what comes of it tells. */
function stateMeanwhile(following: readonly Step[]): number | undefined {
  const next = following.find(({ op }) => op === 'guest_continue') as GuestStep | undefined;
  const state = /^state=\w+\((\d+)\)/.exec(next?.label ?? '')?.[1];
  return state === undefined ? undefined : Number(state);
}
