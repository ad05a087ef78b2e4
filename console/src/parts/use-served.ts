/** The vcpus of a domain and the ioreq servers that serve it, as they are now. */

import { answerOf } from '../../../src/client/answer-of.js';
import { api, type Answer } from '../api.js';
import { useLive, type Live } from '../live/use-live.js';
import type { Vcpu } from './why-blocked.js';

interface Served {
  readonly vcpus: readonly Vcpu[];
  readonly servers: Answer<'listIoreqServers'>['ioreq_servers'];
}

export function useServed(domid: number): Live<Served> {
  return useLive(
    async (signal) => {
      const asked = { params: { path: { domid } }, signal };
      const [{ vcpus }, { ioreq_servers: servers }] = await Promise.all([
        answerOf(api.value.GET('/domains/{domid}/vcpus', asked)),
        answerOf(api.value.GET('/domains/{domid}/ioreq-servers', asked)),
      ]);
      return { vcpus, servers };
    },
    (entry) => entry.domid === domid,
    [domid],
  );
}
