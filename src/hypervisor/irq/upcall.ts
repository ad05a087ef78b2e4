/** What tells a vcpu that one of its event channels is pending, until it has seen them all. Reference: xen/common/event_2l.c; xen/arch/x86/event.c. */

import type { EventChannels } from '../event-channels.js';
import type { Vcpu } from '../vcpu.js';
import type { Interrupts } from './interrupts.js';

/** A domain whose event channels these are. */
export interface EventTarget {
  readonly type: 'hvm' | 'pvh' | 'pv';
  readonly vcpus: readonly Vcpu[];
  readonly eventChannels: EventChannels;
  readonly interrupts: Interrupts;
}

/** A port has become pending: one that comes behind another tells nothing new. */
export function eventArrived(target: EventTarget, port: number): void {
  const vcpu = target.vcpus[target.eventChannels.status(port).vcpu];
  if (vcpu === undefined || vcpu.upcallPending || target.type === 'pv') return;
  vcpu.upcallPending = true;
  target.interrupts.assertEvents(vcpu);
}

/** A port is not pending any more. */
export function eventSeen(target: EventTarget, port: number): void {
  const { vcpu: id } = target.eventChannels.status(port);
  const vcpu = target.vcpus[id];
  if (vcpu?.upcallPending !== true || hasPending(target.eventChannels, id)) return;
  vcpu.upcallPending = false;
  target.interrupts.eventsSeen();
}

function hasPending(channels: EventChannels, id: number): boolean {
  for (const [, { vcpu, pending, masked }] of channels.ports())
    if (vcpu === id && pending && !masked) return true;
  return false;
}
