import { describe, expect, it } from 'vitest';
import { dialTo } from '../../src/client/dial.js';
import { serveByStream } from '../../src/client/serve-by-stream.js';
import { MMIO, fakeXen, servedDevice } from '../support/served-device.js';

const MODEL = { onIoreq: () => undefined, onBuffered: () => undefined };

describe('serveByStream', () => {
  it('rejects where there is no stream', async () => {
    const { url } = await fakeXen();
    const { signal } = new AbortController();

    await expect(
      serveByStream(
        dialTo(url, {}, undefined),
        '/domains/99/ioreq-servers/0/stream',
        MODEL,
        signal,
      ),
    ).rejects.toThrow('404');
  });

  it('rejects when the service ends', async () => {
    const { xen, domain, server } = await servedDevice();
    const path = `/domains/1/ioreq-servers/${server.id}/stream`;
    const { signal } = new AbortController();
    const serving = serveByStream(dialTo(xen.url, {}, undefined), path, MODEL, signal);
    const failure = expect(serving).rejects.toThrow('was closed with code 1001');
    await domain.guest.write(MMIO, 1);

    await xen.close();

    await failure;
  });
});
