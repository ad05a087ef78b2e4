import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../src/hypervisor/virtual-clock.js';

describe('VirtualClock', () => {
  it('stands still unless it is moved', () => {
    const clock = new VirtualClock();
    expect([clock.now, clock.now]).toEqual([0n, 0n]);

    clock.advance(1_000_000n);
    clock.advance(0n);
    expect(clock.now).toBe(1_000_000n);
  });

  it('does not run back', () => {
    expect(() => {
      new VirtualClock().advance(-1n);
    }).toThrow('time does not run back by 1 ns');
  });
});
