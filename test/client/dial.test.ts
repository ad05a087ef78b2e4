import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { ListenOptions } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';
import { dialTo } from '../../src/client/dial.js';

const HEADERS = { authorization: 'Bearer sesame', 'xen-caller-domid': '3' };

/** One who takes any WebSocket; how each was asked for. */
async function listening(where: ListenOptions) {
  const http = createServer();
  const server = new WebSocketServer({ server: http });
  const asked = once(server, 'connection').then(([, request]: IncomingMessage[]) => request);
  http.listen(where);
  await once(http, 'listening');
  onTestFinished(() => {
    server.close();
    http.close();
  });
  return { address: http.address(), asked };
}

it('opens a WebSocket with the headers of other requests', async () => {
  const { address, asked } = await listening({ host: '127.0.0.1', port: 0 });
  const { port } = address as { port: number };
  const socket = dialTo(`http://127.0.0.1:${port}/hosts/ci-7`, HEADERS, undefined)('/a', 'b.v1');

  const [request] = await Promise.all([asked, once(socket, 'open')]);
  socket.terminate();
  expect(request).toMatchObject({ url: '/hosts/ci-7/a', headers: HEADERS });
});

it('goes over a Unix socket', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fakexen-dial-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const path = join(folder, 's');
  const { asked } = await listening({ path });
  const socket = dialTo('http://localhost', HEADERS, path)('/a?b=c', 'b.v1');

  const [request] = await Promise.all([asked, once(socket, 'open')]);
  socket.terminate();
  expect(request).toMatchObject({ url: '/a?b=c', headers: HEADERS });
});
