/** The device model served as on a real host: by the shared pages, and by an event channel. */

import { drainRing } from './buffered-ring.js';
import { notify, putAnswer, readSlot } from './slot.js';
import type { Transport } from './transport.js';

export const SHARED_PAGES: Transport = {
  async take(domain, id) {
    const { request, vpEport } = await readSlot(domain, id);
    const srv = domain.servers.letterOf(id);
    return { srv, id, ...request, vp_eport_matches: vpEport === (await domain.portOf(id)) };
  },

  async answer(domain, id, value) {
    await putAnswer(domain, id, value);
    await notify(domain, id);
  },

  drain: drainRing,
};
