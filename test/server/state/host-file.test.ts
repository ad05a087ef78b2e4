import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { DEFAULT_LIMITS } from '../../../src/routes/world/limits.js';
import { ServedHost } from '../../../src/routes/world/served-host.js';
import { loadHost, saveHost } from '../../../src/server/state/host-file.js';

function fileIn() {
  const folder = mkdtempSync(join(tmpdir(), 'fakexen-host-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'h');
}

describe('a host in a file', () => {
  it('is the host, with its seed, its time to live and its limits', async () => {
    const file = fileIn();
    const seed = { domains: [{ memory_mib: 1 }] };
    const limits = { ...DEFAULT_LIMITS, maxDomains: 3 };
    const served = new ServedHost('h', new Host(), { limits, seed, ttlMs: 5000 });
    served.world.host.createDomain({ memoryMib: 1, name: 'kept' });

    await saveHost(served, file);
    const kept = await loadHost(file, served.settings, DEFAULT_LIMITS);

    expect(kept?.options).toEqual({ seed, ttlMs: 5000, limits });
    expect(kept?.world.host.domain(1).name).toBe('kept');
  });

  it('is none without a file, and none in a file of something else', async () => {
    const file = fileIn();
    const { settings } = new Host();
    expect(await loadHost(file, settings, DEFAULT_LIMITS)).toBeUndefined();
    writeFileSync(file, 'something else');

    await expect(loadHost(file, settings, DEFAULT_LIMITS)).rejects.toThrow('does not begin as');
  });
});
