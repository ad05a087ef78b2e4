import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { Host, XenError } from '../../src/hypervisor/index.js';
import { ProblemError } from '../../src/routes/problems/problem.js';
import { buildApp } from '../../src/server/app.js';

let app: FastifyInstance;

const schema = {
  params: { type: 'object', properties: { domid: { type: 'integer' } } },
  body: {
    type: 'object',
    properties: { nr: { type: 'integer' } },
    required: ['nr'],
    additionalProperties: false,
  },
};
const gone = { type: 'urn:fakexen:problem:host-gone', title: 'Host is gone', status: 410 };

beforeAll(async () => {
  app = await buildApp({ host: new Host() });
  app.post('/test/:domid/schema', { schema }, () => ({}));
  app.post('/test/xen', () => {
    throw new XenError('EBUSY', 'server 1 has the claim');
  });
  app.post('/test/again', () => {
    throw new XenError('EAGAIN', 'gfn 0x1 is being paged in');
  });
  app.post('/test/own', () => {
    throw new ProblemError(gone);
  });
  app.post('/test/bug', () => {
    throw new TypeError('secret is not a function');
  });
});
afterAll(() => app.close());

const refusal = async (options: InjectOptions) => {
  const headers = { 'x-request-id': 'r1', ...options.headers };
  const answer = await app.inject({ method: 'POST', ...options, headers });
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.headers['x-request-id']).toBe('r1');
  const problem: Record<string, unknown> = answer.json();
  expect(problem).toMatchObject({ status: answer.statusCode, instance: 'urn:fakexen:request:r1' });
  return problem;
};

describe('handleErrors', () => {
  it('answers an errno of Xen as its problem, with the number that the caller would see', async () => {
    expect(await refusal({ url: '/test/xen' })).toEqual({
      type: 'urn:xen:errno:EBUSY',
      title: expect.any(String),
      status: 409,
      detail: 'server 1 has the claim',
      instance: 'urn:fakexen:request:r1',
      errno: 'EBUSY',
      rc: -16,
    });
  });

  it('says of what passes by itself when to try again', async () => {
    const answer = await app.inject({ method: 'POST', url: '/test/again' });

    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('1');
  });

  it('answers a problem of the routes as it is', async () => {
    expect(await refusal({ url: '/test/own' })).toMatchObject(gone);
  });

  it('points at each field that does not fit the schema', async () => {
    expect(await refusal({ url: '/test/1/schema', payload: { pad: 1 } })).toMatchObject({
      type: 'urn:fakexen:problem:invalid-request',
      status: 400,
      detail: 'body /nr is missing; body /pad is not a field of this request',
      errors: [
        { pointer: '/nr', detail: 'is missing' },
        { pointer: '/pad', detail: 'is not a field of this request' },
      ],
    });
  });

  it('says so when it is the path that does not fit', async () => {
    expect(await refusal({ url: '/test/x/schema', payload: { nr: 1 } })).toMatchObject({
      detail: 'path parameter /domid must be integer',
      errors: [{ pointer: '/domid', detail: 'must be integer' }],
    });
  });

  const json = { 'content-type': 'application/json' };
  // prettier-ignore
  it.each([
    ['no body',           400, 'invalid-request',        { url: '/test/1/schema' }],
    ['malformed JSON',    400, 'malformed-body',         { url: '/test/1/schema', headers: json, payload: '{"nr":' }],
    ['a poisoned object', 400, 'malformed-body',         { url: '/test/1/schema', headers: json, payload: '{"__proto__":1}' }],
    ['an empty JSON',     400, 'malformed-body',         { url: '/test/1/schema', headers: json, payload: '' }],
    ['another media type',415, 'unsupported-media-type', { url: '/test/1/schema', headers: { 'content-type': 'text/x' }, payload: 'a' }],
    ['too large a body',  413, 'body-too-large',         { url: '/test/1/schema', headers: json, payload: `{"nr":${' '.repeat(2 ** 20)}1}` }],
    ['a broken URL',      400, 'malformed-url',          { url: '/test/%zz/schema' }],
    ['an unknown route',  404, 'no-such-route',          { url: '/test/nowhere' }],
    ['a wrong method',    405, 'method-not-allowed',     { url: '/test/xen', method: 'PUT' }],
  ] as const)('refuses %s with %i', async (_, status, name, options) => {
    expect(await refusal(options)).toMatchObject({ status, type: `urn:fakexen:problem:${name}` });
  });

  it('names the methods that a path takes when it is called by another', async () => {
    const answer = await app.inject({ method: 'DELETE', url: '/healthz' });

    expect(answer.headers['allow']).toBe('GET, HEAD');
  });

  it('says of a bug nothing but the id of the request', async () => {
    expect(await refusal({ url: '/test/bug' })).toEqual({
      type: 'urn:fakexen:problem:internal',
      title: 'Internal error',
      status: 500,
      instance: 'urn:fakexen:request:r1',
    });
  });
});
