/** Serves over a WebSocket, in JSON: requests are pushed, answers go back one by one. */

import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Request, Serve } from './device-model.js';
import { completionOf, requestOf, type WireRequest } from './wire-request.js';

export const serveByStream: Serve = async (story, ioservid, device) => {
  const seen: Request[] = [];
  const buffered: Request[] = [];
  const path = `${story.domain}/ioreq-servers/${ioservid}/stream`;
  const socket = new WebSocket(story.url.replace('http', 'ws') + path, 'fakexen.ioreq.v1');

  const answer = async (wire: WireRequest) => {
    const request = requestOf(wire);
    seen.push(request);
    const completions = [completionOf(wire, await device(request))];
    socket.send(JSON.stringify({ completions }));
  };
  socket.on('message', (message: Buffer) => {
    const { ioreqs, bufioreqs } = JSON.parse(message.toString()) as Record<string, WireRequest[]>;
    buffered.push(...bufioreqs!.map(requestOf));
    for (const wire of ioreqs!) void answer(wire);
  });
  await once(socket, 'open');
  return { seen, buffered, stop: () => closed(socket) };
};

async function closed(socket: WebSocket): Promise<void> {
  socket.close();
  await once(socket, 'close');
}
