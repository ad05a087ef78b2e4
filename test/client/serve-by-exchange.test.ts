import { describe, expect, it } from 'vitest';
import { serveByExchange } from '../../src/client/serve-by-exchange.js';
import { fakeXen } from '../support/served-device.js';

const MODEL = { onIoreq: () => undefined, onBuffered: () => undefined };

describe('serveByExchange', () => {
  it('does nothing once it is told to stop', async () => {
    const { api } = (await fakeXen()).client;

    await serveByExchange(api, { domid: 99, id: 0 }, MODEL, AbortSignal.abort());
  });

  it('throws what the service refuses', async () => {
    const { api } = (await fakeXen()).client;
    const { signal } = new AbortController();

    await expect(serveByExchange(api, { domid: 99, id: 0 }, MODEL, signal)).rejects.toMatchObject({
      name: 'XenApiError',
      errno: 'ESRCH',
    });
  });
});
