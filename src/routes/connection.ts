/** Whether whoever sent a request still listens. */

import type { FastifyReply } from 'fastify';

/** Aborted when the connection closes, be the answer sent or not. */
export function connectionOf(reply: FastifyReply): AbortSignal {
  const connection = new AbortController();
  reply.raw.once('close', () => connection.abort());
  return connection.signal;
}
