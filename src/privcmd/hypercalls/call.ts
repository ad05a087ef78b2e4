/** What a hypercall is to whoever makes it by number: prepared first, with all that it reads of its caller's memory, and then made. */

import type { Host } from '../../hypervisor/index.js';
import type { CallerMemory } from '../caller-memory.js';

/** Who calls, on which machine. */
export interface CallBy {
  readonly host: Host;
  readonly caller: number;
}

/** A call that has read all that it needs of its caller's memory. */
export type Prepared = () => number | Promise<number>;

export type Hypercall = (by: CallBy, args: readonly bigint[], memory: CallerMemory) => Prepared;
