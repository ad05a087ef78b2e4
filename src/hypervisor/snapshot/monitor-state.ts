/** Who watches a domain's memory, in a snapshot. */

import type { Domain } from '../domain.js';
import { Monitor } from '../monitor.js';
import { address, choice, flag, orNull, whole, type ValueOf } from './field.js';
import { list, record } from './record.js';

export const MONITOR = record({
  events: list(
    record({
      seq: whole(),
      vcpu: whole(),
      gfn: address,
      offset: whole(0xfff),
      gla: orNull(address),
      read: flag,
      write: flag,
      fetch: flag,
      fault: choice(['with_gla', 'in_gpt', 'unknown'] as const),
      isPaused: flag,
    }),
  ),
  lastSeq: whole(),
  waiting: list(record({ vcpu: whole(), seq: whole() })),
});

export function restoredMonitor(domain: Domain, saved: ValueOf<typeof MONITOR>): Monitor {
  const monitor = new Monitor();
  monitor.restore(saved, (id) => domain.vcpu(id));
  return monitor;
}
