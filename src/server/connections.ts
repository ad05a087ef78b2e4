/** How many connections may be open, and how long one may take to say what it wants: see the settings of the same names. */

import type { ServerOptions } from 'node:http';

export interface ConnectionLimits {
  /** Seconds for a request to arrive, its headers and its body; not for its answer. */
  readonly requestTimeout: number;
  readonly maxConnections: number;
}

/** Five minutes are Node's own. */
export const DEFAULT_CONNECTION_LIMITS: ConnectionLimits = {
  requestTimeout: 300,
  maxConnections: 16_384,
};

/** Headers are short: Node gives them a minute. */
const HEADERS_MS = 60_000;
/** How much later than said a connection may be ended: a tenth of the time, and never more than Node's half a minute. */
const LATENESS = 0.1;
const MAX_LATENESS_MS = 30_000;

/** For the making of a server, be it of HTTP or HTTPS. */
export function timeoutsOf({ requestTimeout }: ConnectionLimits) {
  const timeout = Math.round(requestTimeout * 1000);
  return {
    requestTimeout: timeout,
    headersTimeout: Math.min(HEADERS_MS, timeout),
    connectionsCheckingInterval: Math.ceil(Math.min(MAX_LATENESS_MS, LATENESS * timeout)),
  } satisfies ServerOptions;
}
