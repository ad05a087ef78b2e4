/** Serves by `exchange`: what it has answered goes in, the next requests come out. */

import type { Request, Serve } from './device-model.js';
import { completionOf, requestOf, type WireRequest } from './wire-request.js';

export const serveByExchange: Serve = (story, ioservid, device) => {
  const seen: Request[] = [];
  const buffered: Request[] = [];
  const end = new AbortController();
  const path = `${story.domain}/ioreq-servers/${ioservid}/exchange`;

  const live = async () => {
    for (let completions: object[] = []; ;) {
      const body = { completions, wait_ms: 10_000 };
      const { ioreqs, bufioreqs } = await story.post(path, body, { signal: end.signal });
      buffered.push(...(bufioreqs as WireRequest[]).map(requestOf));
      completions = [];
      for (const wire of ioreqs as WireRequest[]) {
        const request = requestOf(wire);
        seen.push(request);
        completions.push(completionOf(wire, await device(request)));
      }
    }
  };
  const life = live().catch((error: unknown) => {
    if (!end.signal.aborted) throw error;
  });
  const stop = () => {
    end.abort();
    return life;
  };
  return Promise.resolve({ seen, buffered, stop });
};
