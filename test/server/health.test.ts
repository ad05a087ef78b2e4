import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import fastify, { type FastifyInstance } from 'fastify';
import { healthRoutes } from '../../src/server/health.js';

describe('healthRoutes', () => {
  let app: FastifyInstance;

  beforeEach(async () => {
    app = fastify();
    app.decorate('readiness', { ready: true });
    await app.register(healthRoutes);
  });
  afterEach(() => app.close());

  const get = async (url: string) => {
    const { statusCode, body } = await app.inject(url);
    return [statusCode, JSON.parse(body)] as const;
  };

  it('says that the process turns over, and that it takes work', async () => {
    expect(await get('/healthz')).toEqual([200, { status: 'ok' }]);
    expect(await get('/readyz')).toEqual([200, { status: 'ready' }]);
  });

  it('is healthy but not ready while it is ending', async () => {
    app.readiness.ready = false;

    expect(await get('/healthz')).toEqual([200, { status: 'ok' }]);
    expect(await get('/readyz')).toEqual([503, { status: 'not_ready' }]);
  });
});
