import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { Host } from '../../src/hypervisor/index.js';
import { buildApp } from '../../src/server/app.js';

describe('serveDocs', () => {
  let app: FastifyInstance;

  beforeAll(async () => {
    app = await buildApp({ host: new Host() });
  });
  afterAll(() => app.close());

  // prettier-ignore
  it.each([
    ['/docs',                           /^text\/html/,              'swagger-ui'],
    ['/docs/',                          /^text\/html/,              'swagger-ui'],
    ['/docs/static/swagger-ui.css',     /^text\/css/,               '.swagger-ui'],
    ['/docs/static/swagger-ui-bundle.js', /^(text|application)\/javascript/, 'SwaggerUIBundle'],
  ])('serves %s', async (url, type, text) => {
    const answer = await app.inject(url);

    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toMatch(type);
    expect(answer.body).toContain(text);
  });

  it('shows the document that the service publishes', async () => {
    const [shown, published] = [await app.inject('/docs/json'), await app.inject('/openapi.json')];

    expect(shown.json()).toEqual(published.json());
  });
});
