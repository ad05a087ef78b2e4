import { describe, expect, it } from 'vitest';
import { remoteShutdown } from '../../../src/hypervisor/hvm/remote-shutdown.js';
import { hostWithRam } from '../../support/host.js';

describe('remoteShutdown', () => {
  it.each([
    [3, 3],
    [0x100, 0],
    [0x103, 3],
    [0xffff_ffff, 255],
  ])('of reason 0x%x stores %i', (reason, stored) => {
    const { d1, events } = hostWithRam(4);

    remoteShutdown(d1, reason);

    expect(d1.shutdown.reason).toBe(stored);
    expect(events).toContainEqual({ type: 'domain', domid: 1, change: 'shutdown' });
  });

  it('heeds the first reason only', () => {
    const { d1 } = hostWithRam(4);

    remoteShutdown(d1, 1);
    remoteShutdown(d1, 3);

    expect(d1.shutdown.reason).toBe(1);
  });
});
