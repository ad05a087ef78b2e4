/** The socket that libxenstore finds by XENSTORED_PATH: whoever connects is dom0. */

import type { Socket } from 'node:net';
import { Client } from './client.js';
import { firstMessage } from './wire.js';
import type { Xenstore } from './xenstore.js';

const DOM0 = 0;

/** `endings`: told when the store goes. */
export function serveXenstored(
  socket: Socket,
  { store, endings }: { store: Xenstore; endings: Set<() => void> },
): void {
  const client = new Client(store, DOM0, (bytes) => socket.write(bytes));
  const cut = () => socket.destroy();
  let bytes: Buffer = Buffer.alloc(0);
  endings.add(cut);
  socket.on('data', (more) => {
    bytes = Buffer.concat([bytes, more]);
    try {
      for (let first = firstMessage(bytes); first !== undefined; first = firstMessage(bytes)) {
        bytes = first.rest;
        client.receive(first.message);
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      cut();
    }
  });
  socket.on('error', cut);
  socket.once('close', () => {
    endings.delete(cut);
    client.end();
  });
}
