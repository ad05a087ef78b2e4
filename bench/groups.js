/** Everything that is measured, group by group. */
import { coreMemory } from './core-memory.bench.js';
import { exploring } from './explore.bench.js';
import { guestAccesses } from './guest-access.bench.js';
import { besideXen } from './native.bench.js';
export const GROUPS = [besideXen, guestAccesses, coreMemory, exploring];
