import { describe, expect, it, onTestFinished } from 'vitest';
import { startFakeXen, type FakeXen } from '../../src/server/start-fake-xen.js';

const closeAfter = (xen: FakeXen) => {
  onTestFinished(() => xen.close());
  return xen;
};

describe('startFakeXen', () => {
  it('runs within 50 ms of having been imported, unless others have the processor', async () => {
    const times: number[] = [];
    for (let n = 0; n < 5; n++) {
      const start = performance.now();
      const xen = await startFakeXen();
      times.push(performance.now() - start);
      await xen.close();
    }

    expect(Math.min(...times)).toBeLessThan(50);
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

  it('is gone once it is closed', async () => {
    const { url, close } = await startFakeXen();

    await close();

    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });
});
