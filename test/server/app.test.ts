import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { Host } from '../../src/hypervisor/index.js';
import { buildApp } from '../../src/server/app.js';

describe('buildApp', () => {
  let app: FastifyInstance;

  beforeEach(async () => {
    app = await buildApp({ host: new Host() });
    await app.ready();
  });
  afterEach(() => app.close());

  it('serves without listening anywhere', async () => {
    await request(app.server).get('/healthz').expect(200, { status: 'ok' });

    expect(app.server.listening).toBe(false);
  });

  it('documents the routes of the host beside those of the process', () => {
    const { paths = {} } = app.swagger();

    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/healthz', '/domains']));
  });

  it('answers a route that nobody serves as a problem', async () => {
    await request(app.server)
      .get('/nowhere')
      .expect(404)
      .expect('content-type', /problem\+json/);
  });
});
