/** What the CPU offers for EPT, and in what the map differs from one Xen to another. */

import type { EptEntryLayout } from '../ept/ept-entry.js';

export interface EptFeatures {
  /** The CPU keeps accessed and dirty bits in EPT entries. */
  readonly adBits: boolean;
  /** Superpages may be executable (off: the work-around for CVE-2018-12207). */
  readonly execSuperpages: boolean;
  readonly superpages2m: boolean;
  readonly superpages1g: boolean;
  readonly layout: EptEntryLayout;
  /** A claim waits until the entries of the owner before it are gone. */
  readonly entryCountGuard: boolean;
  /** Log-dirty ranges have the fault of Xen's rangesets up to 4.17. */
  readonly rangesStretchOnRemove: boolean;
  /** ioreq_server pages are never writable, claimed or not (Xen 4.6 to 4.8). */
  readonly ioreqPagesReadonly: boolean;
}

/** A present-day CPU under Xen 4.17. */
export const DEFAULT_FEATURES: EptFeatures = {
  adBits: true,
  execSuperpages: true,
  superpages2m: true,
  superpages1g: true,
  layout: 'access_58',
  entryCountGuard: true,
  rangesStretchOnRemove: true,
  ioreqPagesReadonly: false,
};
