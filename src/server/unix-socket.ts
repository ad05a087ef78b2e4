/** Unix sockets as the process listens at them: a process that was killed leaves its socket behind, which is no hindrance. */

import { lstat, unlink } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { ConfigError } from './config.js';

/** `setting` is what asks for the path. Each connection is handed to `serve`. */
export async function listenAt(
  path: string,
  setting: string,
  serve: (socket: Socket) => void,
): Promise<Server> {
  await removeStale(path, setting);
  const server = createServer(serve);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return server;
}

/** One at which somebody listens is not touched. */
export async function removeStale(path: string, setting: string): Promise<void> {
  const stat = await lstat(path).catch(() => undefined);
  if (stat === undefined) return;
  if (!stat.isSocket()) throw new ConfigError(`${setting}: ${path} is there and is no socket`);
  if (await isServed(path)) throw new Error(`somebody listens on ${path} already`);
  await unlink(path);
}

const isServed = (path: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code !== 'ECONNREFUSED'));
  });
