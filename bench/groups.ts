/** Everything that is measured, group by group. */

import { coreMemory } from './core-memory.bench.js';
import { exploring } from './explore.bench.js';
import { guestAccesses } from './guest-access.bench.js';
import { fairness } from './http/fairness.bench.js';
import { manyCalls } from './http/many-calls.bench.js';
import { besidePrism } from './http/prism.bench.js';
import { resident } from './http/resident.bench.js';
import { roundTrips } from './http/round-trip.bench.js';
import { singleCalls } from './http/single-call.bench.js';
import { starting } from './http/start.bench.js';
import { besideXen } from './native/native.bench.js';
import type { Group } from './row.js';

export const GROUPS: readonly Group[] = [
  besideXen,
  guestAccesses,
  coreMemory,
  exploring,
  singleCalls,
  besidePrism,
  manyCalls,
  roundTrips,
  starting,
  fairness,
  resident,
];
