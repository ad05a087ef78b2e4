/** Where a client finds the service that these settings describe. */

import type { Settings } from '../server/settings.js';

/** Addresses that a service listens on but nobody can call. */
const CALLED_AS: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

export function calledAt({ host, port, socket, tlsCert }: Settings): string {
  if (socket !== undefined) return `unix:${socket}`;
  const scheme = tlsCert === undefined ? 'http' : 'https';
  return `${scheme}://${CALLED_AS[host] ?? (host.includes(':') ? `[${host}]` : host)}:${port}`;
}
