/** The sockets by which unmodified device models come: the shim's, and xenstored's. Nothing of them is loaded where none is asked for. */

import type { Server } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Request } from '../privcmd/protocol.js';
import type { Settings } from './settings.js';
import { listenAt } from './unix-socket.js';

/** Bytes of a call's body that the log has. */
const MOST_TOLD = 64;

type SocketSettings = Pick<Settings, 'privcmdSocket' | 'xenstoredSocket'>;

/** To be called before the app is ready. */
export async function openDeviceModelSockets(
  app: FastifyInstance,
  { privcmdSocket, xenstoredSocket }: SocketSettings,
): Promise<void> {
  const servers: Server[] = [];
  if (privcmdSocket !== undefined) {
    const { serveShim } = await import('../privcmd/privcmd-socket.js');
    const { operationName } = await import('../privcmd/protocol.js');
    const observer = {
      complain: (why: string) => app.log.warn({ why }, 'a connection of the shim was cut'),
      observe({ operation, domid, body }: Request) {
        if (app.log.level !== 'trace') return;
        const bytes = body.toString('hex', 0, MOST_TOLD);
        app.log.trace({ call: operationName(operation), domid, bytes }, 'privcmd');
      },
    };
    servers.push(
      await listenAt(privcmdSocket, 'privcmd-socket', (socket) => {
        serveShim(socket, app.hosts, observer);
      }),
    );
  }
  if (xenstoredSocket !== undefined) {
    const { serveXenstored } = await import('../xenstore/xenstored-socket.js');
    const { xenstoreOf } = await import('../routes/xenstore/xenstore-of.js');
    servers.push(
      await listenAt(xenstoredSocket, 'xenstored-socket', (socket) => {
        const { world } = app.hosts.default;
        serveXenstored(socket, { store: xenstoreOf(world), endings: world.endings });
      }),
    );
  }
  app.addHook('preClose', (done) => {
    for (const server of servers) server.close();
    for (const { world } of app.hosts.all) for (const end of world.endings) end();
    done();
  });
}
