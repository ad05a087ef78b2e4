import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startService } from '../support/service.js';

const start = (...args: string[]) =>
  startService(
    process.execPath,
    'dist/bundle/fakexen.js',
    ...['--port', '0', '--log-level', 'silent'],
    ...args,
  );

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

  it('answers a device model that waits for requests, and ends', async () => {
    const service = await start('--seed', 'examples/xengt.yaml');
    const post = (path: string, body: object) =>
      fetch(`${service.url}/domains/1/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    await post('hvmop/create_ioreq_server', { handle_bufioreq: 0 });
    const waiting = post('ioreq-servers/0/exchange', { wait_ms: 30_000 });
    await fetch(`${service.url}/healthz`); // by now the other has arrived

    const { status, ms } = await service.end('SIGTERM');

    expect(await (await waiting).json()).toMatchObject({
      status: 503,
      type: 'urn:fakexen:problem:shutting-down',
    });
    expect(status).toBe(0);
    expect(ms).toBeLessThan(1000);
  });

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
