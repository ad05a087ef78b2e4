/** Who must send the token: all but those who only ask for health, or for the console, which asks for the token itself. */

import { createHash, timingSafeEqual } from 'node:crypto';
import { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError, ownProblem } from '../routes/problems/problem.js';

/** Probes send no token, and a page no header. */
const OPEN = new Set<string | undefined>(['/healthz', '/readyz', '/console', '/console/*']);

/** Of WebSockets and event streams too: they begin as requests. */
export function requireToken(app: FastifyInstance, token: string): void {
  const wanted = digest(`Bearer ${token}`);

  app.addHook('onRequest', (request, reply, done) => {
    if (OPEN.has(request.routeOptions.url) || isOurs(request) || sends(request, wanted)) {
      done();
      return;
    }
    reply.header('www-authenticate', 'Bearer realm="fakexen"');
    // Nobody else closes the connection of a WebSocket that was not to be.
    if (request.headers.upgrade !== undefined)
      reply.raw.once('finish', () => request.raw.socket.destroySoon());
    done(
      new ProblemError(
        ownProblem(
          'unauthorized',
          'Authorization: Bearer and the token that this service was started with are needed',
        ),
      ),
    );
  });
}

/** Asked by the process of itself, not over a connection: a seed that is posted. */
const isOurs = ({ raw }: FastifyRequest) => !(raw instanceof IncomingMessage);

const sends = ({ headers }: FastifyRequest, wanted: Buffer) =>
  timingSafeEqual(digest(headers.authorization ?? ''), wanted);

/** Of one length whatever was sent, so that comparing takes one time. */
const digest = (text: string) => createHash('sha256').update(text).digest();
