/** A request's id, taken from its `X-Request-Id` or counted, echoed in the answer, and one log line per request. */

import {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';

/** What may stand in a log line and a header as it came. */
const ACCEPTED_ID = /^[\w.:-]{1,128}$/;

let counted = 0;

export const REQUEST_IDS = {
  requestIdHeader: false,
  genReqId: ({ headers }) => {
    const given = headers['x-request-id'];
    return typeof given === 'string' && ACCEPTED_ID.test(given) ? given : `req-${++counted}`;
  },
} as const satisfies FastifyServerOptions;

export function echoRequestId(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
}

/** Says of a request what was asked and what came of it, when it is over. */
export class RequestLog extends LogController {
  override incomingRequest(): void {
    // its end says all
  }

  override requestCompleted(error: Error | null, request: FastifyRequest, reply: FastifyReply) {
    if (this.isLogDisabled(request)) return;

    const { method, originalUrl: url } = request;
    const { statusCode: status, elapsedTime } = reply;
    const ms = Math.round(elapsedTime * 1000) / 1000;
    request.log.info({ method, url, status, ms, ...(error && { err: error }) });
  }
}
