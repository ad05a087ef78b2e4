/**
 * Every error as `application/problem+json` (RFC 9457). The one file that knows Fastify's errors and ours;
 * what an errno means to HTTP stands in routes/problems/problem.ts.
 */

import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DroppedConnection } from '../routes/faults/dropped-connection.js';
import { problemOf, type Problem } from '../routes/problems/problem.js';
import { methodsAt } from './methods-at.js';
import { fieldErrors, type FieldError } from './schema-error.js';

/** With what Ajv found, where that is what is wrong. */
type Refusal = Problem & { readonly errors?: readonly FieldError[] };

const own = (name: string, status: number, title: string) => ({
  type: `urn:fakexen:problem:${name}`,
  title,
  status,
});

const INVALID_REQUEST = own('invalid-request', 400, 'Request does not fit its schema');
const MALFORMED_BODY = own('malformed-body', 400, 'Body cannot be read');
const MALFORMED_URL = own('malformed-url', 400, 'URL cannot be read');
const NO_SUCH_ROUTE = own('no-such-route', 404, 'No such route');
const METHOD_NOT_ALLOWED = own('method-not-allowed', 405, 'Method not allowed');
const BODY_TOO_LARGE = own('body-too-large', 413, 'Body is too large');
const INTERNAL = own('internal', 500, 'Internal error');

/** What Fastify refuses before a route sees it. */
const OF_FASTIFY: Record<string, Problem> = {
  FST_ERR_CTP_INVALID_JSON_BODY: MALFORMED_BODY,
  FST_ERR_CTP_EMPTY_JSON_BODY: MALFORMED_BODY,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: MALFORMED_BODY,
  FST_ERR_CTP_BODY_TOO_LARGE: BODY_TOO_LARGE,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: own('unsupported-media-type', 415, 'Unsupported media type'),
  /** The connection is gone in the middle of the body: nobody hears it, and it is no mistake of ours. */
  ECONNRESET: MALFORMED_BODY,
  FST_ERR_BAD_URL: MALFORMED_URL,
  FST_ERR_MAX_PARAM_LENGTH: own('url-too-long', 414, 'URL is too long'),
};

/** What stands in the way passes soon, or another process takes over. */
const PASSES = new Set([429, 503]);
const RETRY_AFTER_SECONDS = 1;

const MIB = 2 ** 20;

/** Where in a request a schema was not met, as its reader would say it. */
const PARTS: Record<string, string> = {
  body: 'body',
  params: 'path parameter',
  querystring: 'query parameter',
  headers: 'header',
};

export function handleErrors(app: FastifyInstance): void {
  const methods = methodsAt(app);

  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof DroppedConnection) return drop(reply);
    const problem = problemFrom(error, request);
    if (problem === INTERNAL) request.log.error({ err: error });
    return send(reply, request, problem);
  });

  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const allowed = methods(path);
    if (allowed.length === 0) {
      return send(reply, request, { ...NO_SUCH_ROUTE, detail: `nothing is served at ${path}` });
    }
    reply.header('allow', allowed.join(', '));
    const detail = `${request.method} is not served at ${path}`;
    return send(reply, request, { ...METHOD_NOT_ALLOWED, detail });
  });
}

/** For what Fastify refuses before it knows whose error handler to call. */
export function answerFrameworkError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  void send(reply.header('x-request-id', request.id), request, problemFrom(error, request));
}

/** A fault rule wants no answer. */
function drop(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.destroy();
  return reply;
}

function problemFrom(error: FastifyError, request: FastifyRequest): Refusal {
  const refusal = problemOf(error);
  if (refusal !== undefined) return refusal;
  if (error.validation !== undefined) return invalidRequest(error);

  const known = OF_FASTIFY[error.code];
  if (known === undefined) return INTERNAL;
  const detail = known === BODY_TOO_LARGE ? bodyTooLarge(request) : error.message;
  return { ...known, detail };
}

function bodyTooLarge({ server, routeOptions: { bodyLimit } }: FastifyRequest): string {
  const most = server.hosts.limits.maxBodyMib * MIB;
  return `the body has more than ${bodyLimit} bytes${bodyLimit < most ? '' : ' (max-body-mib)'}`;
}

function invalidRequest({ validation, validationContext = 'body' }: FastifyError): Refusal {
  const errors = fieldErrors(validation as Parameters<typeof fieldErrors>[0]);
  const part = PARTS[validationContext] ?? validationContext;
  const detail = errors.map(({ pointer, detail }) => `${part} ${pointer} ${detail}`).join('; ');
  return { ...INVALID_REQUEST, detail: detail.replaceAll('  ', ' '), errors };
}

function send(reply: FastifyReply, request: FastifyRequest, problem: Refusal): FastifyReply {
  if (PASSES.has(problem.status)) reply.header('retry-after', RETRY_AFTER_SECONDS);
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .send({ ...problem, instance: `urn:fakexen:request:${request.id}` });
}
