/** Everything that is measured, group by group. */

import { coreMemory } from './core-memory.bench.js';
import { exploring } from './explore.bench.js';
import { guestAccesses } from './guest-access.bench.js';
import { besideXen } from './native.bench.js';
import type { Group } from './row.js';

export const GROUPS: readonly Group[] = [besideXen, guestAccesses, coreMemory, exploring];
