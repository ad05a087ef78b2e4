/** Attach an auto-responder to an ioreq server, look at it, and take it off. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AutoResponder, responderOf } from './auto-responder.js';
import { name } from '../wire/json-words.js';
import { schemaOf, type Operation } from '../openapi/operation.js';
import { RESPONDER_MODES, type ResponderMode } from './responder-modes.js';
import { serverOf } from './server-of.js';
import { struct } from '../wire/struct.js';
import { DOMID, IOSERVID } from '../wire/url-words.js';
import { nullable } from '../wire/word.js';
import { hostOf, worldOf } from '../world/world-of.js';

const URL = '/domains/:domid/ioreq-servers/:id/responder';
const MODES = Object.keys(RESPONDER_MODES) as ResponderMode[];
const MODE = name(
  MODES,
  MODES.map((mode) => `\`${mode}\`: ${RESPONDER_MODES[mode].description}.`).join('\n'),
);

const body = struct({ mode: MODE });
const attached = struct({ mode: nullable(MODE) });

interface OfResponder {
  Params: { domid: number; id: number };
}

const operation = (
  rest: Pick<Operation, 'id' | 'summary' | 'description' | 'answers' | 'body' | 'example'>,
) =>
  schemaOf({
    ...rest,
    tag: 'device model',
    params: struct({ domid: DOMID, id: IOSERVID }),
    errnos: { ESRCH: 'There is no such domain.', ENOENT: 'There is no such server.' },
  });

const shown = (mode: ResponderMode | null) => ({
  200: {
    description: 'Who answers; null: nobody by itself.',
    schema: attached.answer,
    example: { mode },
  },
});

const PUT = operation({
  id: 'attachResponder',
  summary: "Let a server's requests be answered by themselves",
  description:
    'Also those that are pending already. It takes the place of the one that the server has.',
  body: body.schema,
  example: { mode: 'ones' },
  answers: shown('ones'),
});

const GET = operation({
  id: 'getResponder',
  summary: 'Who answers by itself',
  description: 'The auto-responder of the server, if it has one.',
  answers: shown(null),
});

const DELETE = operation({
  id: 'detachResponder',
  summary: 'Take an auto-responder off',
  description: 'From now on requests wait for a device model again.',
  answers: { 204: { description: 'There is none.' } },
});

export function responderRoutes(app: FastifyInstance): void {
  app.put<OfResponder & { Body: object }>(URL, { schema: PUT }, (request) => {
    const { mode } = body.decode(request.body);
    new AutoResponder(worldOf(request), serverIn(request), mode).attach();
    return attached.encode({ mode });
  });

  app.get<OfResponder>(URL, { schema: GET }, (request) => {
    const responder = responderOf(serverIn(request));
    return attached.encode({ mode: responder?.mode ?? null });
  });

  app.delete<OfResponder>(URL, { schema: DELETE }, (request, reply) => {
    responderOf(serverIn(request))?.detach();
    return reply.code(204).send();
  });
}

function serverIn(request: FastifyRequest<OfResponder>) {
  const { domid, id } = request.params;
  return serverOf(hostOf(request).domain(domid), id);
}
