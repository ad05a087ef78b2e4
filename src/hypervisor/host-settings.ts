/** What a host is built of. Recordings replay on hosts with other settings than the default ones. */

import type { TablePages } from './ept/table-pages.js';
import { DEFAULT_FEATURES, type EptFeatures } from './p2m/ept-features.js';
import type { PageStorage } from './page-storage.js';
import { DEFAULT_PROFILE, type ProfileName } from './profile.js';

export interface HostSettings {
  /** Machine frames of RAM, inclusive ranges; `mfn_valid` holds for no other. */
  readonly machineFrames: readonly (readonly [first: number, last: number])[];
  /** Frames below this one are Xen's own and are not given out. */
  readonly firstFreeFrame: number;
  /** Pages of guest memory that may hold contents at a time. */
  readonly backedPages: number;
  /** Page-table entries that creating a domain may write: what bounds the time that it takes. */
  readonly mappingsPerDomain: number;
  /** Machine frame of the first page table, a multiple of 2^20. */
  readonly pageTableBase: number;
  /** Where page tables lie, if not in memory of the host's own. */
  readonly tablePages?: TablePages | undefined;
  /** Where domains of shared memory keep it; without it there are none. */
  readonly pageStorage?: ((domid: number) => PageStorage) | undefined;
  /** What its processors' EPT can do. */
  readonly ept: Omit<
    EptFeatures,
    'layout' | 'entryCountGuard' | 'rangesStretchOnRemove' | 'ioreqPagesReadonly'
  >;
  /** The Xen that it runs, unless a domain asks for another. */
  readonly profile: ProfileName;
  /** Event channel ports that a domain may have; what libxl asks for. */
  readonly maxEventChannelPort: number;
}

const { adBits, execSuperpages, superpages2m, superpages1g } = DEFAULT_FEATURES;

/** 16 TiB of RAM, of which the first 16 MiB are Xen's, and page tables right above it. */
export const DEFAULT_SETTINGS: HostSettings = {
  machineFrames: [[0, 2 ** 32 - 1]],
  firstFreeFrame: 0x1000,
  backedPages: 65536,
  mappingsPerDomain: 2 ** 22,
  pageTableBase: 2 ** 32,
  tablePages: undefined,
  ept: { adBits, execSuperpages, superpages2m, superpages1g },
  profile: DEFAULT_PROFILE,
  maxEventChannelPort: 1023,
};
