/** Which world a request is about. It is asked once the request is there as a whole: what a reset swaps in is seen. */

import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { Host } from '../hypervisor/index.js';
import type { ServedHost } from './served-host.js';
import type { World } from './world.js';

const SERVED_HOST = Symbol('served host');

interface Addressed {
  [SERVED_HOST]?: ServedHost;
}

/** Said of a request before it is routed. */
export function address(message: IncomingMessage, host: ServedHost): void {
  (message as Addressed)[SERVED_HOST] = host;
}

export function worldOf({ raw }: Pick<FastifyRequest, 'raw'>): World {
  const host = (raw as Addressed)[SERVED_HOST];
  if (host === undefined) throw new Error('the request was routed without its host');
  return host.world;
}

export const hostOf = (request: Pick<FastifyRequest, 'raw'>): Host => worldOf(request).host;
