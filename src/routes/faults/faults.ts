/** The ways in which a host is to fail, for tests of what a device model or a toolstack does then. */

import type { FastifyInstance } from 'fastify';
import { array, integer } from '../wire/json-words.js';
import { locationOf } from '../http/location.js';
import { schemaOf } from '../openapi/operation.js';
import { ProblemError, ownProblem } from '../problems/problem.js';
import { struct } from '../wire/struct.js';
import { withExample } from '../wire/url-words.js';
import { hostOf } from '../world/world-of.js';
import { lookAgain } from './silence.js';
import { describeFault, faultAnswer, faultBody, faultSpecOf } from './fault-word.js';

const EXAMPLE = { op: 'dmop/set_mem_type', domid: 1, errno: 'EAGAIN', count: 2 };
const EXAMPLE_RULE = { id: 1, ...EXAMPLE, probability: 1, skip: 0, seed: 1, met: 3, fired: 2 };

const list = struct({ faults: array(faultAnswer, 'In the order in which they are tried.') });
const params = struct({
  id: withExample(integer(1, Number.MAX_SAFE_INTEGER, 'The rule.'), 1),
});
const NO_SUCH_FAULT = { 'no-such-fault': 'There is no such rule, or not any more.' };

interface OfRule {
  Params: { id: number };
}

export function faultRoutes(app: FastifyInstance): void {
  app.get(
    '/faults',
    {
      schema: schemaOf({
        id: 'listFaults',
        tag: 'faults',
        summary: 'How the host is to fail',
        description: 'Every rule, with how many calls it was about and how often it has struck.',
        answers: {
          200: {
            description: 'The rules.',
            schema: list.answer,
            example: { faults: [EXAMPLE_RULE] },
          },
        },
      }),
    },
    (request) => ({ faults: hostOf(request).faults.rules.map(describeFault) }),
  );

  app.post<{ Body: object }>(
    '/faults',
    {
      schema: schemaOf({
        id: 'addFault',
        tag: 'faults',
        summary: 'Have the host fail in some way',
        description:
          'Of the rules that are about a call, the first that strikes has its effect; it holds for calls by JSON, by ' +
          'buffers and in a multicall alike. An `errno` strikes only calls that can answer it, `after_batches` only those ' +
          'that can give way. `silence_ms` is of `exchange`, and strikes requests, on the WebSocket too: each as it ' +
          'would be delivered first. Shared pages are memory, and do not fail.',
        body: faultBody.schema,
        example: EXAMPLE,
        answers: {
          201: {
            description: 'It is in force.',
            schema: faultAnswer.answer,
            example: { ...EXAMPLE_RULE, met: 0, fired: 0 },
            headers: { location: { type: 'string', description: 'Where it can be read.' } },
          },
        },
      }),
    },
    (request, reply) => {
      const rule = hostOf(request).faults.add(faultSpecOf(faultBody.decode(request.body)));
      reply.code(201).header('location', locationOf(request, rule.id));
      return describeFault(rule);
    },
  );

  app.delete(
    '/faults',
    {
      schema: schemaOf({
        id: 'clearFaults',
        tag: 'faults',
        summary: 'Have the host fail no more',
        description: 'Every rule is gone; requests that were held back are delivered.',
        answers: { 204: { description: 'They are gone.' } },
      }),
    },
    (request, reply) => {
      const host = hostOf(request);
      host.faults.clear();
      lookAgain(host);
      return reply.code(204).send();
    },
  );

  app.get<OfRule>(
    '/faults/:id',
    {
      schema: schemaOf({
        id: 'getFault',
        tag: 'faults',
        summary: 'How far a rule is',
        description: 'How many calls it was about, and how often it has struck.',
        params,
        answers: {
          200: { description: 'The rule.', schema: faultAnswer.answer, example: EXAMPLE_RULE },
        },
        problems: NO_SUCH_FAULT,
      }),
    },
    (request) => {
      const rule = hostOf(request).faults.find(request.params.id);
      if (rule === undefined) throw noSuchFault(request.params.id);
      return describeFault(rule);
    },
  );

  app.delete<OfRule>(
    '/faults/:id',
    {
      schema: schemaOf({
        id: 'removeFault',
        tag: 'faults',
        summary: 'Take a rule away',
        description: 'Requests that it held back are delivered.',
        params,
        answers: { 204: { description: 'It is gone.' } },
        problems: NO_SUCH_FAULT,
      }),
    },
    (request, reply) => {
      const { id } = request.params;
      const host = hostOf(request);
      if (!host.faults.remove(id)) throw noSuchFault(id);
      lookAgain(host);
      return reply.code(204).send();
    },
  );
}

const noSuchFault = (id: number) =>
  new ProblemError(ownProblem('no-such-fault', `there is no fault rule ${id}`));
