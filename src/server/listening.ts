/** Where the process listens: an address and a port, or a Unix socket; and whom it must not let in unasked. */

import { isIPv4, type AddressInfo } from 'node:net';
import type { FastifyInstance, FastifyListenOptions } from 'fastify';
import { ConfigError } from './config.js';
import type { Settings } from './settings.js';
import { removeStale } from './unix-socket.js';

type Place = Pick<Settings, 'host' | 'port' | 'socket'>;

/** Beyond the loopback anybody could call; a Unix socket has the permissions of a file. */
export function refuseUnguarded(
  { host, socket, insecure }: Pick<Settings, 'host' | 'socket' | 'insecure'>,
  token: string | undefined,
): void {
  if (token !== undefined || insecure || socket !== undefined || isLoopback(host)) return;
  throw new ConfigError(
    `${host} is beyond the loopback: set a token (--token, --token-file, FAKEXEN_TOKEN), ` +
      'or say --insecure (FAKEXEN_INSECURE=true) to let everybody in',
  );
}

const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));

/** Answers the URL at which it listens from then on; that of a socket is `unix:` and its path. */
export async function listen(app: FastifyInstance, place: Place): Promise<string> {
  const { socket } = place;
  if (socket !== undefined) await removeStale(socket, 'socket');
  await app.listen({ ...placeOf(place), listenTextResolver: () => 'listening' });
  return socket === undefined ? urlOf(app) : `unix:${socket}`;
}

const placeOf = ({ host, port, socket }: Place): FastifyListenOptions =>
  socket === undefined ? { host, port } : { path: socket };

function urlOf({ server }: FastifyInstance): string {
  const { address, family, port } = server.address() as AddressInfo;
  const scheme = 'setSecureContext' in server ? 'https' : 'http';
  return `${scheme}://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
