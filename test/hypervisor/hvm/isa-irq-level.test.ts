import { describe, expect, it } from 'vitest';
import { XenBug } from '../../../src/hypervisor/abi/xen-bug.js';
import { setIsaIrqLevel } from '../../../src/hypervisor/hvm/isa-irq-level.js';
import { errno, hostWithRam } from '../../support/host.js';

describe('setIsaIrqLevel', () => {
  it('moves a line up and down', () => {
    const { d1 } = hostWithRam(4);
    setIsaIrqLevel(d1, 5, 1);
    expect(d1.interrupts.pics?.master.requested).toBe(0x20);

    setIsaIrqLevel(d1, 5, 0);
    expect(d1.interrupts.pics?.master.requested).toBe(0);
  });

  it.each([
    [16, 0, 'interrupt 16'],
    [5, 2, 'level 2'],
  ])('answers EINVAL for line %i, level %i', (line, level, says) => {
    const { d1 } = hostWithRam(4);

    expect(() => {
      setIsaIrqLevel(d1, line, level);
    }).toThrow(errno('EINVAL', says));
  });

  it('refuses what would take the host down: a line of a domain without 8259s', () => {
    const { d1 } = hostWithRam(4, { emulation: 'lapic' });

    expect(() => {
      setIsaIrqLevel(d1, 5, 1);
    }).toThrow(XenBug);
    expect(d1.hasInterrupts).toBe(false);
  });
});
