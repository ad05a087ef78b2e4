/** WebSockets of a service: with the headers of its other requests, and over the Unix socket that those go over. */

import { WebSocket } from 'ws';

/** Opens one at a path below the host's URL. */
export type Dial = (path: string, subprotocol: string) => WebSocket;

export function dialTo(
  url: string,
  headers: Readonly<Record<string, string>>,
  socket: string | undefined,
): Dial {
  const root =
    socket === undefined
      ? url.replace(/^http/, 'ws')
      : `ws+unix:${socket}:${new URL(url).pathname.replace(/\/$/, '')}`;
  return (path, subprotocol) => new WebSocket(`${root}${path}`, subprotocol, { headers });
}
