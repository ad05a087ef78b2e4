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

  it('runs with another clock until it is frozen, and can be moved all the while', () => {
    let real = 1000n;
    const clock = new VirtualClock(5n);
    clock.run(() => real);
    real = 1010n;
    expect([clock.now, clock.frozen]).toEqual([15n, false]);

    clock.advance(100n);
    clock.freeze();
    real = 2000n;
    expect([clock.now, clock.frozen]).toEqual([115n, true]);
  });
});
