import { describe, expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { ServedHost } from '../../../src/routes/world/served-host.js';
import { putSnapshot, restoredFrom } from '../../../src/routes/snapshot/put-snapshot.js';
import { gathered, takeSnapshot } from '../../../src/routes/snapshot/take-snapshot.js';

describe('putSnapshot', () => {
  it('has another world take the place of the one that is', async () => {
    const served = new ServedHost('h', new Host());
    served.world.host.createDomain({ memoryMib: 1 });
    const taken = await gathered(await takeSnapshot(served, true));
    const before = served.world;
    before.host.destroyDomain(1);
    const waited = before.waiting.until(() => undefined, { ms: 1000 });

    await putSnapshot(served, await restoredFrom(taken, served.settings));

    expect(served.world.host.find(1)).toBeDefined();
    await expect(waited).rejects.toThrow('was restored from a snapshot while the request waited');
  });
});

describe('restoredFrom', () => {
  it('refuses bytes that are no snapshot', async () => {
    const { settings } = new Host();

    await expect(async () => restoredFrom(Buffer.from('FXS1'), settings)).rejects.toThrow(
      'does not begin as',
    );
  });
});
