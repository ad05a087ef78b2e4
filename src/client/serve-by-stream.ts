/** A device model served over a WebSocket: requests come as they arise. */

import { answersOf, type DeviceModel, type Exchanged } from './device-model.js';
import type { Dial } from './dial.js';

const SUBPROTOCOL = 'fakexen.ioreq.v1';

/** Until the signal; what was asked before it is answered. */
export function serveByStream(
  dial: Dial,
  path: string,
  model: DeviceModel,
  signal: AbortSignal,
): Promise<void> {
  const socket = dial(path, SUBPROTOCOL);
  const answering = new Set<Promise<void>>();

  return new Promise((resolve, reject) => {
    const answer = async (message: Buffer) => {
      const completions = await answersOf(model, JSON.parse(message.toString()) as Exchanged);
      if (completions.length > 0) socket.send(JSON.stringify({ completions }));
    };
    const fail = (error: Error) => {
      reject(error);
      socket.close();
    };
    const end = () => void Promise.all(answering).then(() => socket.close());

    socket.on('message', (message: Buffer) => {
      // The handler runs once its answer is among those under way: it may be what stops us.
      const answered = Promise.resolve(message)
        .then(answer)
        .catch(fail)
        .finally(() => answering.delete(answered));
      answering.add(answered);
    });
    socket.once('open', () => {
      if (signal.aborted) end();
      else signal.addEventListener('abort', end);
    });
    socket.once('error', reject);
    socket.once('close', (code) => {
      signal.removeEventListener('abort', end);
      if (signal.aborted) resolve();
      else reject(new Error(`the stream at ${path} was closed with code ${code}`));
    });
  });
}
