/**
 * What tells a vcpu that one of its event channels is pending, until it has seen them all. Where the guest has mapped
 * its shared info page, that says what it has seen. Reference: xen/common/event_2l.c; xen/arch/x86/event.c.
 */

import type { EventChannels } from '../event-channels.js';
import type { Vcpu } from '../vcpu.js';
import type { Interrupts } from './interrupts.js';
import type { SharedInfo } from './shared-info.js';

/** A domain whose event channels these are. */
export interface EventTarget {
  readonly type: 'hvm' | 'pvh' | 'pv';
  readonly vcpus: readonly Vcpu[];
  readonly eventChannels: EventChannels;
  readonly interrupts: Interrupts;
  /** Undefined: the guest has never looked for it. */
  readonly sharedInfo: SharedInfo | undefined;
}

/** A port has become pending: one that comes behind another tells nothing new. */
export function eventArrived(target: EventTarget, port: number): void {
  refreshUpcalls(target);
  const vcpu = target.vcpus[target.eventChannels.status(port).vcpu];
  if (vcpu === undefined || target.type === 'pv') return;
  target.sharedInfo?.select(vcpu.id, port);
  if (vcpu.upcallPending) return;
  vcpu.upcallPending = true;
  target.sharedInfo?.setUpcallPending(vcpu.id, true);
  target.interrupts.assertEvents(vcpu);
}

/** A port is not pending any more. */
export function eventSeen(target: EventTarget, port: number): void {
  const { vcpu: id } = target.eventChannels.status(port);
  const vcpu = target.vcpus[id];
  if (vcpu?.upcallPending !== true || hasPending(target.eventChannels, id)) return;
  vcpu.upcallPending = false;
  target.sharedInfo?.setUpcallPending(id, false);
  target.interrupts.eventsSeen();
}

/** The guest may have said in its page that it has looked. */
export function refreshUpcalls(target: EventTarget): void {
  const { sharedInfo, vcpus } = target;
  if (sharedInfo === undefined) return;
  for (const vcpu of vcpus) {
    const isPending = sharedInfo.isUpcallPending(vcpu.id);
    if (vcpu.upcallPending === isPending) continue;
    vcpu.upcallPending = isPending;
    if (!isPending) target.interrupts.eventsSeen();
  }
}

/** The page is there from now on: it begins with what is so. */
export function tellSharedInfo(target: EventTarget): void {
  const { vcpus, eventChannels } = target;
  const sharedInfo = target.sharedInfo!;
  for (const vcpu of vcpus) if (vcpu.upcallPending) sharedInfo.setUpcallPending(vcpu.id, true);
  eventChannels.tellSharedInfo(sharedInfo);
}

function hasPending(channels: EventChannels, id: number): boolean {
  for (const [, { vcpu, pending, masked }] of channels.ports())
    if (vcpu === id && pending && !masked) return true;
  return false;
}
