/**
 * How fast this machine is, now, beside the one on which Xen was timed: the bare walk whose time there is noted beside
 * Xen's, for gfns in order and in an order that no cache foresees. The fastest of several processes counts, for one
 * takes twice as long as the next, by where its pages happen to lie.
 */

import { inProcesses } from './processes.js';
import { WALK_AT_REFERENCE, type Order } from './reference.js';

/** By how much native figures are to be multiplied: more than 1 where this machine is slower. */
export const scaleOf = (order: Order): number =>
  Math.min(...inProcesses('bare-walk', order)) / WALK_AT_REFERENCE[order];
