/** A sweep in batches as the recordings made it, the way dm.c goes over a map that was given back. */

import type { P2m } from '../../hypervisor/p2m/p2m.js';
import { finishTypeChange } from '../../hypervisor/p2m/type-change.js';
import { rcOf, type Answer } from './operation.js';

/** Sweep `batch` gfns at a time from `first`; `stops`: only while entries of ioreq_server are left. */
export function finishBatches(p2m: P2m, first: number, batch: number, stops: boolean): Answer {
  const runs: [entryCount: number, batches: number][] = [];
  let next = first;
  let batches = 0;
  let rc = 0;
  while (rc === 0 && next <= p2m.maxMappedGfn && !(stops && p2m.entryCount === 0)) {
    rc = finish(p2m, next, batch);
    batches++;
    if (rc === 0) next += batch;
    const last = runs.at(-1);
    if (last?.[0] === p2m.entryCount) last[1]++;
    else runs.push([p2m.entryCount, 1]);
  }
  return { rc, batches, next, ec_runs: runs };
}

function finish(p2m: P2m, first: number, nr: number): number {
  try {
    finishTypeChange(p2m, first, nr);
    return 0;
  } catch (error) {
    return rcOf(error);
  }
}
