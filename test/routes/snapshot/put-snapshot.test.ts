import { describe, expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { ServedHost } from '../../../src/routes/served-host.js';
import { putSnapshot } from '../../../src/routes/snapshot/put-snapshot.js';
import { gathered, takeSnapshot } from '../../../src/routes/snapshot/take-snapshot.js';

describe('putSnapshot', () => {
  it.each([true, false])(
    'has another world take the place of the one that is (bytes: %s)',
    async (asBytes) => {
      const served = new ServedHost('h', new Host());
      served.world.host.createDomain({ memoryMib: 1 });
      const taken = await gathered(await takeSnapshot(served, asBytes));
      const before = served.world;
      before.host.destroyDomain(1);
      const waited = before.waiting.until(() => undefined, { ms: 1000 });

      await putSnapshot(served, asBytes ? taken : JSON.parse(String(taken)));

      expect(served.world.host.find(1)).toBeDefined();
      await expect(waited).rejects.toThrow('was restored from a snapshot while the request waited');
    },
  );

  it('leaves the world where there is none to take its place', async () => {
    const served = new ServedHost('h', new Host());
    const before = served.world;

    await expect(putSnapshot(served, { format: 'x' })).rejects.toThrow('/format');

    expect(served.world).toBe(before);
  });
});
