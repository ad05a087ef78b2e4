/**
 * How fast this machine is, now, beside the one on which Xen was timed: the bare walk whose time there is noted beside
 * Xen's, for gfns in order and in an order that no cache foresees. It runs in processes of its own, for V8 asks more at
 * each access to an array where others have grown theirs; the fastest of several counts, for one
 * takes twice as long as the next, by where its pages happen to lie.
 */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { WALK_AT_REFERENCE, type Order } from './native-reference.js';

const PROCESSES = 5;
const BARE_WALK = fileURLToPath(new URL('bare-walk.js', import.meta.url));

/** By how much native figures are to be multiplied: more than 1 where this machine is slower. */
export function scaleOf(order: Order): number {
  const times = Array.from({ length: PROCESSES }, () => bareWalk(order));
  return Math.min(...times) / WALK_AT_REFERENCE[order];
}

/** Nanoseconds a gfn. */
function bareWalk(order: Order): number {
  const { stdout, stderr } = spawnSync(process.execPath, [BARE_WALK, order], { encoding: 'utf8' });
  const ns = Number(stdout);
  if (!(ns > 0)) throw new Error(`the bare walk said ${stdout}${stderr}`);
  return ns;
}
