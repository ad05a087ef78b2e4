/** A device model served by one call after another, each of which waits for the next requests. */

import type { Client } from 'openapi-fetch';
import { answerOf } from './answer-of.js';
import type { paths } from './api.js';
import { answersOf, type Completion, type DeviceModel } from './device-model.js';

const WAIT_MS = 30_000;

/** Until the signal; what was asked before it is answered. */
export async function serveByExchange(
  api: Client<paths>,
  path: { readonly domid: number; readonly id: number },
  model: DeviceModel,
  signal: AbortSignal,
): Promise<void> {
  let completions: Completion[] = [];
  const exchange = () => {
    // An answer is not given up half-way: the call that brings it does not wait.
    const patience = completions.length > 0 ? { wait_ms: 0 } : { wait_ms: WAIT_MS };
    return answerOf(
      api.POST('/domains/{domid}/ioreq-servers/{id}/exchange', {
        params: { path },
        body: { completions, ...patience },
        ...(completions.length === 0 && { signal }),
      }),
    );
  };

  while (!signal.aborted || completions.length > 0) {
    try {
      completions = await answersOf(model, await exchange());
    } catch (error) {
      if (signal.aborted && (error as Error).name === 'AbortError') return;
      throw error;
    }
  }
}
