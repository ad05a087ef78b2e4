/** Fastify with one POST that waits for one echo of a WebSocket: what no ioreq could be faster than. */

import websocket from '@fastify/websocket';
import fastify from 'fastify';
import type { WebSocket } from 'ws';

const app = fastify({ logger: { level: 'warn' } });
await app.register(websocket);
let model: WebSocket | undefined;
const waiting: ((data: string) => void)[] = [];
app.get('/stream', { websocket: true }, (socket) => {
  model = socket;
  socket.on('message', (data: Buffer) => waiting.shift()?.(data.toString()));
});
app.post('/access', async (request) => {
  const answer = new Promise<string>((resolve) => waiting.push(resolve));
  model?.send(JSON.stringify(request.body));
  return JSON.parse(await answer) as object;
});
const url = await app.listen({ host: '127.0.0.1', port: 0, listenTextResolver: () => '' });
process.on('SIGTERM', () => process.exit(0));
process.stdout.write(`${JSON.stringify({ url })}\n`);
