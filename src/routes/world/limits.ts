/** How much each host may hold beside its memory, and what a request may carry: see the settings of the same names. */

import { JOURNAL_CAPACITY } from '../../hypervisor/index.js';

export interface Limits {
  readonly maxHosts: number;
  readonly maxDomains: number;
  readonly maxWaiting: number;
  /** Of a journal: the latest ones. */
  readonly journalRecords: number;
  /** Of any request; most routes take less. */
  readonly maxBodyMib: number;
}

/** Xen has no domid above 0x7fef. */
export const DEFAULT_LIMITS: Limits = {
  maxHosts: 1024,
  maxDomains: 0x7ff0,
  maxWaiting: 10_000,
  journalRecords: JOURNAL_CAPACITY,
  maxBodyMib: 512,
};

/** When a request that may wait is refused, as OpenAPI says it. */
export const TOO_MANY_WAITING = 'As many requests as may (`max-waiting`) wait on the host.';
