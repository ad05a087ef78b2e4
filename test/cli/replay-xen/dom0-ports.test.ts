import { describe, expect, it } from 'vitest';
import { Dom0Ports } from '../../../src/cli/replay-xen/dom0-ports.js';

const HUGE = 0xffff_ffff;

describe('Dom0Ports', () => {
  it('knows the one that a reason speaks of', () => {
    const ports = new Dom0Ports();
    ports.allocated(10);
    ports.bound(11);
    ports.bound(12);

    expect(ports.named('local', 'dom0 end')).toBe(11);
    expect(ports.named('local', 'second channel')).toBe(12);
    expect(ports.named('local', 'unbound dom0 port')).toBe(10);
    expect([ports.named('huge', ''), ports.named(0, 'port 0'), ports.forGuest]).toEqual([
      HUGE,
      0,
      10,
    ]);
  });

  it('takes the one that was bound anew, and without a reason the last that is open', () => {
    const ports = new Dom0Ports();
    for (const port of [11, 12, 13]) ports.bound(port);
    expect(ports.named('local', 'dom0 end')).toBe(13);
    ports.closed(13);

    expect(ports.named('local', '')).toBe(12);
  });

  it('means none where there is none', () => {
    expect(new Dom0Ports().named('local', 'dom0 end')).toBe(HUGE);
  });
});
