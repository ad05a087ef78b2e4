/**
 * Interrupts that processors send each other by the command register of their local APICs.
 *
 * Reference: xen/arch/x86/hvm/vlapic.c, vlapic_ipi(), vlapic_accept_irq(). INIT and start-up do
 * nothing here: our vcpus are there from the beginning.
 */

import type { Vcpu } from '../vcpu.js';
import { lowestPriority } from './lowest-priority.js';
import { FIRST_VECTOR, type LocalApic } from './local-apic.js';

/** Bits 10:8 of the command. */
const MODE = { FIXED: 0, LOWEST: 1, SMI: 2, REMOTE_READ: 3, NMI: 4, INIT: 5, STARTUP: 6 };
const IGNORED = [MODE.SMI, MODE.REMOTE_READ, MODE.INIT, MODE.STARTUP];
const LOGICAL = 1 << 11;

/** Bits 19:18 of the command, by which it names processors without a destination. */
const SHORTHAND: readonly ((apic: LocalApic, command: Command) => boolean)[] = [
  (apic, { command, destination }) => apic.answersTo(destination, (command & LOGICAL) !== 0),
  (apic, { from }) => apic === from,
  () => true,
  (apic, { from }) => apic !== from,
];

export interface Command {
  readonly from: LocalApic;
  /** Low word of the command register. */
  readonly command: number;
  readonly destination: number;
}

interface Processors {
  readonly vcpus: readonly Vcpu[];
  crash(why: string): void;
}

export function sendByCommand(
  { apics }: { readonly apics: readonly LocalApic[] },
  processors: Processors,
  command: Command,
): void {
  const { from } = command;
  const mode = (command.command >>> 8) & 7;
  const vector = command.command & 0xff;
  if (IGNORED.includes(mode)) return;
  const isMeant = (apic: LocalApic) =>
    SHORTHAND[(command.command >>> 18) & 3]?.(apic, command) === true;

  if ((mode === MODE.FIXED || mode === MODE.LOWEST) && vector < FIRST_VECTOR) {
    from.sentIllegal();
    return;
  }
  if (mode === MODE.LOWEST) {
    lowestPriority(apics, from.vcpuId, isMeant)?.request(vector, false);
    return;
  }
  for (const apic of apics.filter(isMeant)) accept(apic, processors, mode, vector);
}

function accept(apic: LocalApic, processors: Processors, mode: number, vector: number): void {
  const vcpu = processors.vcpus[apic.vcpuId];
  if (mode === MODE.FIXED) {
    if (apic.isEnabled) apic.request(vector, false);
  } else if (mode === MODE.NMI && vcpu !== undefined) vcpu.nmiPending = true;
  else processors.crash(`vcpu ${apic.vcpuId} was sent an interrupt of mode ${mode}`);
}
