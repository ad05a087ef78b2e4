import { describe, expect, it } from 'vitest';
import { APIC, REGISTERS, RESET } from '../../../src/hypervisor/irq/apic-registers.js';

describe('the registers of a local APIC', () => {
  // prettier-ignore
  it.each([
    ['TASK_PRIORITY',      0xff],
    ['LOGICAL',            0xff00_0000],
    ['DESTINATION_FORMAT', 0xffff_ffff],
    ['SPURIOUS',           0x3ff],
    ['COMMAND',            0xffff_efff],
    ['TIMER',              0x7_10ff],
    ['LINT0',              0x1_f7ff],
    ['TIMER_DIVIDE',       0xb],
  ] as const)('%s takes the bits 0x%x of what is written', (name, bits) => {
    expect((REGISTERS.get(APIC[name])?.(0xffff_ffff) ?? 0) >>> 0).toBe(bits);
  });

  it('are read-only where nothing takes', () => {
    for (const name of ['VERSION', 'PROCESSOR_PRIORITY', 'EOI', 'TIMER_CURRENT'] as const)
      expect(REGISTERS.has(APIC[name])).toBe(false);
  });

  it('have every local vector masked after reset', () => {
    const reset = new Map(RESET);

    for (let entry: number = APIC.TIMER; entry <= APIC.ERROR_VECTOR; entry += 0x10)
      expect(reset.get(entry)).toBe(0x1_0000);
  });
});
