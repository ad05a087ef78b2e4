/** How populating on demand stands, as JSON says it. */

import type { PodTarget } from '../../hypervisor/index.js';
import { struct } from '../wire/struct.js';
import { hex53 } from '../wire/wire.js';

export const podTarget = struct({
  tot_pages: hex53('Pages that the domain owns.'),
  pod_cache_pages: hex53('Of these, pages that wait in the cache.'),
  pod_entries: hex53('Pages that are marked and not populated.'),
});

export const describePodTarget = ({ totalPages, cachePages, entries }: PodTarget) => ({
  tot_pages: totalPages,
  pod_cache_pages: cachePages,
  pod_entries: entries,
});
