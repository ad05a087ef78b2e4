/** A connection that says whatever it is told to, as bytes and pauses. */

import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Bytes, or milliseconds of silence. */
export type Said = string | Buffer | number;

/** How it goes on when it has said all: waits for the other side to close, says that it has no more, or is gone. */
export type Manner = 'waits' | 'ends' | 'is gone';

/** The text of all that was answered until the connection was closed. */
export async function talk(port: number, says: readonly Said[], manner: Manner): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
  const heard: Buffer[] = [];
  socket.on('data', (bytes) => heard.push(bytes));
  socket.on('error', () => undefined); // A connection that is reset is closed, too.
  socket.on('end', () => socket.end());
  await Promise.race([once(socket, 'connect'), once(socket, 'close')]);

  for (const said of says) {
    if (socket.destroyed) break;
    if (typeof said === 'number') await pause(said);
    else socket.write(said);
  }
  if (manner === 'ends') socket.end();
  else if (manner === 'is gone') await written(socket).then(() => socket.resetAndDestroy());
  if (!socket.closed) await once(socket, 'close');
  return Buffer.concat(heard).toString('latin1');
}

const written = (socket: ReturnType<typeof connect>) =>
  socket.writableLength === 0
    ? Promise.resolve()
    : Promise.race([once(socket, 'drain'), pause(50)]);

export const statusesIn = (text: string): number[] =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
