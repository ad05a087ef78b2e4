/** Which processor takes an interrupt that any of several may: the least busy, in turn. Reference: xen/arch/x86/hvm/vlapic.c, vlapic_lowest_prio(). */

import type { LocalApic } from './local-apic.js';

/** The first of lowest priority behind the one that was chosen last; undefined: none is enabled. */
export function lowestPriority(
  apics: readonly LocalApic[],
  last: number,
  isMeant: (apic: LocalApic) => boolean,
): LocalApic | undefined {
  let chosen: LocalApic | undefined;
  for (let step = 1; step <= apics.length; step++) {
    const apic = apics[(last + step) % apics.length];
    if (apic?.isEnabled !== true || !isMeant(apic)) continue;
    if (chosen === undefined || apic.priority < chosen.priority) chosen = apic;
  }
  return chosen;
}
