import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/hypervisor/host-settings.js';
import { Host } from '../../src/hypervisor/host.js';

const TIB = 2 ** 28;

describe('DEFAULT_SETTINGS', () => {
  it('are a machine of 16 TiB with its page tables above', () => {
    const [[first, last] = []] = DEFAULT_SETTINGS.machineFrames;

    expect([first, last]).toEqual([0, 16 * TIB - 1]);
    expect(DEFAULT_SETTINGS.pageTableBase).toBe(16 * TIB);
  });

  it('hold where nothing else is said', () => {
    const host = new Host({ backedPages: 3, profile: '4.22' });

    expect(host.settings).toEqual({ ...DEFAULT_SETTINGS, backedPages: 3, profile: '4.22' });
    expect(host.createDomain({ type: 'pv' }).profile.name).toBe('4.22');
  });
});
