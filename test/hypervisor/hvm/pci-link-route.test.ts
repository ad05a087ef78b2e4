import { describe, expect, it } from 'vitest';
import { setPciLinkRoute } from '../../../src/hypervisor/hvm/pci-link-route.js';
import { errno, hostWithRam } from '../../support/host.js';

describe('setPciLinkRoute', () => {
  it('routes a link', () => {
    const { d1 } = hostWithRam(4);

    setPciLinkRoute(d1, 3, 11);

    expect(d1.interrupts.lines.routeOf(3)).toBe(11);
  });

  it.each([
    [4, 5, 'link 4'],
    [0, 16, '16'],
  ])('answers EINVAL for link %i, line %i', (link, line, says) => {
    const { d1 } = hostWithRam(4);

    expect(() => {
      setPciLinkRoute(d1, link, line);
    }).toThrow(errno('EINVAL', says));
    expect(d1.hasInterrupts).toBe(false);
  });
});
