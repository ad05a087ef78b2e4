/** A connection that says whatever it is told to, as bytes and pauses. */

import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Bytes, milliseconds of silence, or that so many answers are waited for. */
export type Said = string | Buffer | number | { readonly answers: number };

/** How it goes on when it has said all: waits for the other side to close, says that it has no more, or is gone. */
export type Manner = 'waits' | 'ends' | 'is gone';

/** The text of all that was answered until the connection was closed. */
export async function talk(port: number, says: readonly Said[], manner: Manner): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
  const heard: Buffer[] = [];
  const text = () => Buffer.concat(heard).toString('latin1');
  socket.on('data', (bytes) => heard.push(bytes));
  socket.on('error', () => undefined); // A connection that is reset is closed, too.
  socket.on('end', () => socket.end());
  await Promise.race([once(socket, 'connect'), once(socket, 'close')]);

  for (const said of says) {
    if (socket.destroyed) break;
    if (typeof said === 'number') await pause(said);
    else if (typeof said === 'string' || Buffer.isBuffer(said)) socket.write(said);
    else await until(() => socket.destroyed || statusesIn(text()).length >= said.answers);
  }
  if (manner === 'ends') socket.end();
  else if (manner === 'is gone') await written(socket).then(() => socket.resetAndDestroy());
  if (!socket.closed) await once(socket, 'close');
  return text();
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(5);
}

const written = (socket: ReturnType<typeof connect>) =>
  socket.writableLength === 0
    ? Promise.resolve()
    : Promise.race([once(socket, 'drain'), pause(50)]);

export const statusesIn = (text: string): number[] =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
