/** The request that a vcpu waits for, as the journal has it: when it went out, and who has taken it since. */

import type { Entry, EntryOf } from '../live/entry.js';

export interface WaitingRequest {
  readonly sent: EntryOf<'ioreq'>;
  /** How often a device model was handed it. */
  readonly deliveries: number;
}

/** Undefined where it was answered, or went out before what is remembered. */
export function waitingRequest(
  entries: readonly Entry[],
  domid: number,
  vcpu: number,
): WaitingRequest | undefined {
  let deliveries = 0;
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index];
    if (entry?.domid !== domid || entry.vcpu !== vcpu) continue;
    if (entry.kind === 'ioreq_completed') return undefined;
    if (entry.kind === 'ioreq_delivered') deliveries = Math.max(deliveries, entry.delivery ?? 1);
    if (entry.kind === 'ioreq') return { sent: entry, deliveries };
  }
  return undefined;
}
