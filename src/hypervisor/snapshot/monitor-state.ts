/** Who watches a domain's memory, in a snapshot. */

import type { Domain } from '../domain.js';
import { GUEST_REQUESTS, Monitor } from '../monitor.js';
import { address, choice, flag, orNull, whole, type ValueOf } from './field.js';
import { list, record } from './record.js';

const TRIED = record({
  gfn: address,
  offset: whole(0xfff),
  gla: orNull(address),
  read: flag,
  write: flag,
  fetch: flag,
  fault: choice(['with_gla', 'in_gpt', 'unknown'] as const),
});

export const MONITOR = record({
  guestRequests: choice(GUEST_REQUESTS),
  events: list(record({ seq: whole(), vcpu: whole(), isPaused: flag, access: orNull(TRIED) })),
  lastSeq: whole(),
  waiting: list(record({ vcpu: whole(), seq: whole() })),
});

export function restoredMonitor(domain: Domain, saved: ValueOf<typeof MONITOR>): Monitor {
  const monitor = new Monitor(saved.guestRequests);
  monitor.restore(saved, (id) => domain.vcpu(id));
  return monitor;
}
