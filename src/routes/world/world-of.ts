/** Which world a request is about. It is asked once the request is there as a whole: what a reset swaps in is seen. */

import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { Host } from '../../hypervisor/index.js';
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

type Received = Pick<FastifyRequest, 'raw'>;

export function servedHostOf({ raw }: Received): ServedHost {
  const host = (raw as Addressed)[SERVED_HOST];
  if (host === undefined) throw new Error('the request was routed without its host');
  return host;
}

/** What is of the process alone is about no host. */
export const isOfHost = ({ raw }: Received): boolean =>
  (raw as Addressed)[SERVED_HOST] !== undefined;

/** Throws a problem once the host is gone. */
export const worldOf = (request: Received): World => servedHostOf(request).world;

export const hostOf = (request: Received): Host => worldOf(request).host;
