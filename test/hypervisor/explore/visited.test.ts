import { describe, expect, it } from 'vitest';
import { Visited } from '../../../src/hypervisor/explore/visited.js';

const STATE = { low: -1, high: -2 };

describe('Visited', () => {
  it('knows a state again', () => {
    const visited = new Visited();

    expect([visited.has(STATE, 0), visited.has(STATE, 0)]).toEqual([false, true]);
  });

  it('knows no state before it was there, whoever sleeps', () => {
    const visited = new Visited();

    expect(visited.has({ low: 1, high: 0 }, 0b11)).toBe(false);
  });

  it.each([
    { low: -1, high: -3 },
    { low: 0, high: -2 },
    { low: -1, high: -2 ^ (1 << 20) },
    { low: -1, high: -2 ^ (1 << 30) },
  ])('tells it from $low $high', (other) => {
    const visited = new Visited();
    visited.has(STATE, 0);

    expect(visited.has(other, 0)).toBe(false);
  });

  it.each([21, 30])('does not take over who slept in a state that differs in bit %i', (bit) => {
    const other = { low: -1, high: -2 ^ (1 << bit) };

    for (const [first, second] of [
      [STATE, other],
      [other, STATE],
    ] as const) {
      const visited = new Visited();
      visited.has(first, 0);
      visited.has(second, 0b11);
      expect(visited.has(second, 0)).toBe(false);
    }
  });

  it('keeps no more than it may, and then still learns of those that it has', () => {
    const visited = new Visited(1);
    const beyond = { low: 0, high: 0 };
    visited.has(STATE, 0b11);

    expect([visited.has(beyond, 0), visited.has(beyond, 0)]).toEqual([false, false]);
    expect([visited.has(STATE, 0b01), visited.has(STATE, 0b01)]).toEqual([false, true]);
  });

  it('takes it for new where somebody is awake who slept there before', () => {
    const visited = new Visited();
    visited.has(STATE, 0b011);

    expect(visited.has(STATE, 0b111)).toBe(true);
    expect(visited.has(STATE, 0b101)).toBe(false);
    expect(visited.has(STATE, 0b001)).toBe(true);
    expect(visited.has(STATE, 0b000)).toBe(false);
    expect(visited.has(STATE, 0b000)).toBe(true);
  });
});
