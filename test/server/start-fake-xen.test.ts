import { describe, expect, it, onTestFinished } from 'vitest';
import { startFakeXen, type FakeXen } from '../../src/server/start-fake-xen.js';

const closeAfter = (xen: FakeXen) => {
  onTestFinished(() => xen.close());
  return xen;
};

describe('startFakeXen', () => {
  it('runs within 50 ms, once it is imported, unless others have the processor', async () => {
    const times: number[] = [];
    for (let n = 0; n < 5; n++) {
      const start = performance.now();
      const xen = await startFakeXen();
      times.push(performance.now() - start);
      await xen.close();
    }

    expect(times.toSorted((a, b) => a - b)[2]).toBeLessThan(50);
  });

  it('gives hosts that know nothing of each other', async () => {
    const one = closeAfter(await startFakeXen());
    const other = closeAfter(await startFakeXen());

    await one.client.createDomain();

    expect(one.url).not.toBe(other.url);
    await expect(other.client.domains()).resolves.toEqual([]);
    expect(one.host.find(1)).toBeDefined();
  });

  it('has the machine that is asked for', async () => {
    const { client } = closeAfter(await startFakeXen({ profile: 'v6' }));

    const domain = await client.createDomain();

    await expect(domain.describe()).resolves.toMatchObject({ profile: 'v6' });
  });

  it('begins anew where another was closed, whatever was asked of that one', async () => {
    const before = await startFakeXen({ profile: 'v6' });
    await before.client.createDomain();
    await fetch(`${before.url}/hosts/other`, { method: 'PUT' });
    await before.close();

    const { url, client, host } = closeAfter(await startFakeXen());

    expect([host.profile.name, host.domains]).toEqual(['4.17', []]);
    await expect(client.createDomain()).resolves.toMatchObject({ domid: 1 });
    expect((await fetch(`${url}/hosts/other`)).status).not.toBe(200);
  });

  it('tells a device model that is connected, and can be closed twice', async () => {
    const xen = await startFakeXen();
    const domain = await xen.client.createDomain({ memory_mib: 1 });
    const server = await domain.createIoreqServer();
    const { ended } = server.serve(() => undefined, { transport: 'websocket' });
    const told = expect(ended).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));

    await Promise.all([xen.close(), xen.close()]);

    await told;
  });

  it('is gone once it is closed', async () => {
    const { url, close } = await startFakeXen();

    await close();

    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });
});
