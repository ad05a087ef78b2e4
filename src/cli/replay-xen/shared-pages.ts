/** The device model served as on a real host: by the shared pages, and by an event channel. */

import { drainRing } from './buffered-ring.js';
import { notify, putAnswer, readSlot } from './slot.js';
import type { Transport } from './transport.js';

export const SHARED_PAGES: Transport = {
  async take(world, id) {
    const { request, vpEport } = await readSlot(world, id);
    const srv = world.servers.letterOf(id);
    return { srv, id, ...request, vp_eport_matches: vpEport === (await world.portOf(id)) };
  },

  async answer(world, id, value) {
    await putAnswer(world, id, value);
    await notify(world, id);
  },

  drain: drainRing,
};
