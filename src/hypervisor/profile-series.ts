/**
 * The v6 series of September 2016 patch by patch, each on top of the one before and the first on top
 * of Xen 4.8. With the fourth it is whole: `v6-patch4` has the knobs of `v6`.
 *
 * Source: the series' cover letter; the commits that came of it are d909cb9999 (patch 2),
 * ca2b511d3f (1), 4b602cced9 (3), 1679e0df3d and 6d774a9516 (4).
 */

import type { Knobs } from './profile-knobs.js';

export interface Patch {
  readonly name: `v6-patch${1 | 2 | 3 | 4}`;
  readonly title: string;
  /** What it changes. */
  readonly knobs: Partial<Knobs>;
}

export const SERIES: readonly Patch[] = [
  {
    name: 'v6-patch1',
    title: 'an ioreq server can claim the type, and the domain is paused meanwhile',
    knobs: {
      map_mem_type: true,
      pause_on_map_mem_type: true,
      claim_required: true,
      ioreq_server_from: 'ram_rw',
      ioreq_server_routing: 'owner',
      ioreq_server_is_ram: true,
    },
  },
  {
    name: 'v6-patch2',
    title: 'the p2m lock is released after the access is handled',
    knobs: { hold_gfn_lock_over_mmio: true },
  },
  {
    name: 'v6-patch3',
    title: 'the read half of a read-modify-write is served from RAM',
    knobs: { rmw_read_from_ram: true },
  },
  {
    name: 'v6-patch4',
    title: 'outstanding pages are reset when the server lets go, and log-dirty waits for that',
    knobs: { reset_on_unmap: 'lazy_and_sweep', refuse_logdirty_while_claimed: true },
  },
];
