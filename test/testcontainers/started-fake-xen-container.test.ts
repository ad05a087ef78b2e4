import type { StartedTestContainer } from 'testcontainers';
import { expect, it, onTestFinished } from 'vitest';
import { startFakeXen } from '../../src/server/start-fake-xen.js';
import { StartedFakeXenContainer } from '../../src/testcontainers/started-fake-xen-container.js';

it('gives a client for the port that the engine chose', async () => {
  const xen = await startFakeXen();
  onTestFinished(() => xen.close());
  const engine = {
    getHost: () => '127.0.0.1',
    getMappedPort: (port: number) => (port === 8080 ? Number(new URL(xen.url).port) : NaN),
  };

  const started = new StartedFakeXenContainer(engine as StartedTestContainer, undefined);

  expect(started.url).toBe(xen.url);
  expect((await started.getClient().createDomain({ memory_mib: 1 })).domid).toBe(1);
  expect(await xen.client.domains()).toHaveLength(1);
});
