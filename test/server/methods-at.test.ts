import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { methodsAt } from '../../src/server/methods-at.js';

describe('methodsAt', () => {
  const app = fastify({ exposeHeadRoutes: false });
  const methods = methodsAt(app);
  const handler = () => undefined;
  app.post('/domains', handler);
  app.get('/domains', handler);
  app.route({ method: ['GET', 'PUT'], url: '/domains/:domid/ram', handler });
  app.get('/docs/*', handler);
  app.get('/openapi.json', handler);

  // prettier-ignore
  it.each([
    ['/domains',          ['GET', 'POST']],
    ['/domains/1/ram',    ['GET', 'PUT']],
    ['/domains/1/2/ram',  []],
    ['/docs/static/a.js', ['GET']],
    ['/openapi.json',     ['GET']],
    ['/openapi-json',     []],
    ['/nowhere',          []],
  ])('finds what is served at %s', (path, expected) => {
    expect(methods(path)).toEqual(expected);
  });
});
