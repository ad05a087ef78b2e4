import { describe, expect, it } from 'vitest';
import { setPciIntxLevel } from '../../../src/hypervisor/hvm/pci-intx-level.js';
import { errno, hostWithRam } from '../../support/host.js';

const PIN = { segment: 0, bus: 0, device: 3, intx: 1 };

describe('setPciIntxLevel', () => {
  it('moves a pin up and down, however often it is told', () => {
    const { d1 } = hostWithRam(4);
    setPciIntxLevel(d1, PIN, 1);
    setPciIntxLevel(d1, PIN, 1);
    expect(d1.interrupts.lines.isPinAsserted(3, 1)).toBe(true);

    setPciIntxLevel(d1, PIN, 0);
    expect(d1.interrupts.lines.isPinAsserted(3, 1)).toBe(false);
  });

  // prettier-ignore
  it.each([
    [{ segment: 1 }, 1,   'bus 0 of segment 1'],
    [{ bus: 1 },     1,   'bus 1 of segment 0'],
    [{ device: 32 }, 1,   'device 32'],
    [{ intx: 4 },    1,   'pin 4'],
    [{},             2,   'level 2'],
    [{},             255, 'level 255'],
  ])('answers EINVAL for %o, level %i', (change, level, says) => {
    const { d1 } = hostWithRam(4);

    expect(() => { setPciIntxLevel(d1, { ...PIN, ...change }, level); }).toThrow(errno('EINVAL', says));
    expect(d1.hasInterrupts).toBe(false);
  });
});
