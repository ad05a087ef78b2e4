/** `/healthz`: the process turns over. `/readyz`: it takes work; not before it is seeded, nor once it is ending. */

import type { FastifyPluginCallback } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether this process takes work: set when it is seeded, cleared when it is told to end. */
    readiness: { ready: boolean };
  }
}

const statusSchema = (description: string, status: string) => ({
  description,
  type: 'object',
  properties: { status: { type: 'string', enum: [status] } },
  required: ['status'],
  additionalProperties: false,
  examples: [{ status }],
});

export const healthRoutes: FastifyPluginCallback = (app, _options, done) => {
  app.get(
    '/healthz',
    {
      schema: {
        operationId: 'getHealth',
        summary: 'Does the process turn over?',
        tags: ['process'],
        response: { 200: statusSchema('It does.', 'ok') },
      },
    },
    () => ({ status: 'ok' }),
  );

  app.get(
    '/readyz',
    {
      schema: {
        operationId: 'getReadiness',
        summary: 'Does the process take work?',
        tags: ['process'],
        response: {
          200: statusSchema('It does.', 'ready'),
          503: statusSchema('It is being seeded, or it is ending.', 'not_ready'),
        },
      },
    },
    (_request, reply) =>
      app.readiness.ready ? { status: 'ready' } : reply.code(503).send({ status: 'not_ready' }),
  );
  done();
};
