/** Where what a POST has made can be found: below the URL that was posted to, as the client wrote it. */

import type { FastifyRequest } from 'fastify';

export function locationOf({ originalUrl }: FastifyRequest, id: number): string {
  const path = originalUrl.split('?', 1)[0]?.replace(/\/$/, '') ?? '';
  return `${path}/${id}`;
}
