import { describe, expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { ServedHost } from '../../../src/routes/world/served-host.js';
import { readBinary } from '../../../src/routes/snapshot/binary-form.js';
import { gathered, inTurns, takeSnapshot } from '../../../src/routes/snapshot/take-snapshot.js';
import { track } from '../../../src/routes/world/tasks.js';

describe('takeSnapshot', () => {
  it('waits for the calls that are under way', async () => {
    const served = new ServedHost('h', new Host());
    const { host } = served.world;
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    void track(
      host,
      turn().then(() => host.createDomain({ memoryMib: 1 })),
    );

    const text = String(await gathered(await takeSnapshot(served, false)));

    expect(JSON.parse(text).host.domains).toHaveLength(1);
  });

  it('is what the world was when it was taken', async () => {
    const served = new ServedHost('h', new Host());
    const pieces = await takeSnapshot(served, true, { seed: 1 });
    served.world.host.createDomain({ memoryMib: 1 });

    const { document } = readBinary(await gathered(pieces));

    expect(document).toMatchObject({ host: { domains: [] }, kept: { seed: 1 } });
  });
});

describe('inTurns', () => {
  it('gives every piece', async () => {
    const given: unknown[] = [];
    for await (const piece of inTurns(['a', 'b'])) given.push(piece);

    expect(given).toEqual(['a', 'b']);
  });
});
