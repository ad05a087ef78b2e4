/**
 * How the process ends when it is told to: it says that it takes no more work, stops accepting, lets those who wait
 * be answered (routes end their waits in `preClose`), and leaves with status 0. A second signal ends it at once.
 */

import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** After this, connections that are still busy are cut. */
const GRACE_MS = 4000;
const SWEEP_MS = 50;

export function endOnSignal(app: FastifyInstance): void {
  let ending = false;
  const open = openSockets(app);
  const end = (signal: NodeJS.Signals) => {
    if (ending) process.exit(1);
    ending = true;
    app.log.info({ signal }, 'ending');
    void drain(app, open).then(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

/** Node forgets those that were upgraded, be it to a WebSocket or in vain. */
function openSockets({ server }: FastifyInstance): ReadonlySet<Socket> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return open;
}

async function drain(app: FastifyInstance, open: ReadonlySet<Socket>): Promise<void> {
  app.readiness.ready = false;
  // A connection that was busy when the server closed is kept alive after its answer.
  const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS);
  const cut = setTimeout(() => open.forEach((socket) => socket.destroy()), GRACE_MS);
  await app.close();
  clearInterval(sweep);
  clearTimeout(cut);
}
