import { describe, expect, it } from 'vitest';
import type { Domain } from '../../../src/hypervisor/domain.js';
import { resumeFromRam, suspendToRam } from '../../../src/hypervisor/hvm/suspend-to-ram.js';
import { APIC } from '../../../src/hypervisor/irq/apic-registers.js';
import { hostWithRam } from '../../support/host.js';

describe('suspendToRam', () => {
  it('pauses the domain once, until it is resumed', () => {
    const { d1 } = hostWithRam(4);
    suspendToRam(d1);
    suspendToRam(d1);
    expect([d1.pauseCount, d1.suspendedToRam, d1.hasInterrupts]).toEqual([1, true, false]);

    resumeFromRam(d1);
    resumeFromRam(d1);
    expect([d1.pauseCount, d1.suspendedToRam]).toEqual([0, false]);
  });

  it('resets the interrupt controllers', () => {
    const { d1 } = hostWithRam(4);
    d1.interrupts.apics[0]?.write(APIC.SPURIOUS, 0x1ff);

    suspendToRam(d1);

    expect(d1.interrupts.apics[0]?.isEnabled).toBe(false);
  });

  it('does nothing to a domain without vcpus', () => {
    const domain = { vcpus: [], suspendedToRam: false } as unknown as Domain;

    suspendToRam(domain);

    expect(domain.suspendedToRam).toBe(false);
  });
});
