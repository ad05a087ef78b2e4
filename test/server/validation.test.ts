import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import fastify, { type FastifyInstance } from 'fastify';
import { COMPILERS } from '../../src/server/validation.js';

const count = { type: 'integer', minimum: 0 };
const schema = {
  params: { type: 'object', properties: { domid: count } },
  querystring: { type: 'object', properties: { wait_ms: { ...count, default: 0 } } },
  body: {
    type: 'object',
    properties: { nr: count, flags: { type: ['integer', 'array'], default: 0 } },
    required: ['nr'],
    additionalProperties: false,
  },
  response: { 200: { type: 'object', properties: {} } },
};

describe('COMPILERS', () => {
  let app: FastifyInstance;

  beforeEach(() => {
    app = fastify({ schemaController: { compilersFactory: COMPILERS } });
    app.post('/domains/:domid', { schema }, ({ params, query, body }) => ({ params, query, body }));
  });
  afterEach(() => app.close());

  const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload });

  it('reads the numbers of a URL and takes a body as it is', async () => {
    const answer = await post('/domains/7?wait_ms=5', { nr: 1, flags: [] });

    expect(answer.json()).toEqual({
      params: { domid: 7 },
      query: { wait_ms: 5 },
      body: { nr: 1, flags: [] },
    });
  });

  it('fills in what the schema has a default for', async () => {
    const answer = await post('/domains/7', { nr: 1 });

    expect(answer.json()).toMatchObject({ query: { wait_ms: 0 }, body: { nr: 1, flags: 0 } });
  });

  it.each([
    ['text for a number', '/domains/7', { nr: '1' }],
    ['null for a number', '/domains/7', { nr: null }],
    ['true for a number', '/domains/7', { nr: true }],
    ['a field that the schema lacks', '/domains/7', { nr: 1, pad: 0 }],
    ['a path parameter that is no number', '/domains/x', { nr: 1 }],
    ['a query parameter that is no number', '/domains/7?wait_ms=soon', { nr: 1 }],
  ])('does not let in %s', async (_, url, body) => {
    expect((await post(url, body)).statusCode).toBe(400);
  });
});
