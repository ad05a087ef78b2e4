import { describe, expect, it, onTestFinished } from 'vitest';
import { Host } from '../../src/hypervisor/index.js';
import { buildApp } from '../../src/server/app.js';
import { DEFAULT_CONNECTION_LIMITS, timeoutsOf } from '../../src/server/connections.js';

describe('timeoutsOf', () => {
  it.each([
    [300, 300_000, 60_000, 30_000],
    [20, 20_000, 20_000, 2000],
    [0.1, 100, 100, 10],
  ])('of %f seconds are %i ms, %i for headers, looked after every %i', (seconds, ...ms) => {
    const { requestTimeout, headersTimeout, connectionsCheckingInterval } = timeoutsOf({
      ...DEFAULT_CONNECTION_LIMITS,
      requestTimeout: seconds,
    });

    expect([requestTimeout, headersTimeout, connectionsCheckingInterval]).toEqual(ms);
  });

  it('hold for a service that is told nothing, too', async () => {
    const app = await buildApp({ host: new Host() });
    onTestFinished(() => app.close());
    const { requestTimeout, headersTimeout, maxConnections } = app.server;

    expect([requestTimeout, headersTimeout, maxConnections]).toEqual([300_000, 60_000, 16_384]);
  });
});
