import type { DomainSpec } from '../../src/hypervisor/domain-spec.js';
import { guestWithRam } from './guest.js';

/** A guest that talks to the devices inside Xen: ports and memory, read and written. */
export function guestWithDevices(spec: DomainSpec = {}) {
  const world = guestWithRam(spec);
  const { guest } = world;
  return {
    ...world,
    inb: (port: number, size = 1) => Number(guest({ kind: 'in', port, size }).data),
    outb: (port: number, data: number, size = 1) =>
      guest({ kind: 'out', port, size, data: BigInt(data) }),
    load: (gpa: number, size = 4) => guest({ kind: 'read', gpa, size }).data,
    store: (gpa: number, data: number, size = 4) =>
      guest({ kind: 'write', gpa, size, data: BigInt(data) }),
  };
}
