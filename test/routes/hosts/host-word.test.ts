import { describe, expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { describeHost, settingsOf } from '../../../src/routes/hosts/host-word.js';
import { Hosts } from '../../../src/routes/hosts/hosts.js';

describe('settingsOf', () => {
  it('is what the default host has, but for what is asked', () => {
    const hosts = new Hosts(new Host({ backedPages: 100 }));
    const { settings } = hosts.default;

    expect(settingsOf(hosts, {})).toEqual(settings);
    expect(settingsOf(hosts, { memory_mib: 64, profile: '4.22' })).toEqual({
      ...settings,
      profile: '4.22',
      machineFrames: [[0, 64 * 256 - 1]],
    });
  });

  it('gives no more contents than the default host has', () => {
    const hosts = new Hosts(new Host({ backedPages: 100 }));

    expect(settingsOf(hosts, { backed_pages: 7 }).backedPages).toBe(7);
    expect(settingsOf(hosts, { backed_pages: 1000 }).backedPages).toBe(100);
  });
});

describe('describeHost', () => {
  it('says in MiB and seconds what is kept in frames and milliseconds', () => {
    const hosts = new Hosts(new Host());
    const settings = settingsOf(hosts, { memory_mib: 64 });
    const served = hosts.add('small', new Host(settings), { ttlMs: 90_000 });

    expect(describeHost(served)).toMatchObject({
      name: 'small',
      ttl_s: 90,
      domains: 0,
      memory_mib: 64,
    });
  });
});
