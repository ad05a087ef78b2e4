import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startService } from '../support/service.js';

const start = () =>
  startService(process.execPath, 'dist/bundle/fakexen.js', '--port', '0', '--log-level', 'silent');

describe('endOnSignal', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with status 0 within a second on %s',
    async (signal) => {
      const service = await start();
      await fetch(`${service.url}/healthz`); // leaves a connection that is kept alive

      const { status, ms } = await service.end(signal);

      expect(status).toBe(0);
      expect(ms).toBeLessThan(1000);
    },
  );

  it('cuts a request that never ends within five seconds', async () => {
    const service = await start();
    const { port, hostname } = new URL(service.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    const head = 'POST /domains HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
    socket.write(`${head}Content-Length: 9\r\n\r\n{`);
    await fetch(`${service.url}/healthz`); // by now the other has arrived

    const { status, ms } = await service.end('SIGTERM');

    expect(status).toBe(0);
    expect(ms).toBeLessThan(5000);
  });
});
