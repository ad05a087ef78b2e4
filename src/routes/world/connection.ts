/** Whether whoever sent a request still listens. */

import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';

/** That of an answer (`reply.raw`), which tells when it closes, be the answer sent or not. */
export type Connection = Pick<ServerResponse, 'closed' | 'once' | 'off'>;

/** Aborted when the connection closes: for those who have many to tell, as it costs more than a wait. */
export function connectionOf(reply: FastifyReply): AbortSignal {
  const connection = new AbortController();
  reply.raw.once('close', () => connection.abort());
  return connection.signal;
}
