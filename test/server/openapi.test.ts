import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { Host } from '../../src/hypervisor/index.js';
import { buildApp } from '../../src/server/app.js';

describe('describeApi', () => {
  let app: FastifyInstance;

  beforeAll(async () => {
    app = await buildApp({ host: new Host() });
  });
  afterAll(() => app.close());

  it('serves an OpenAPI 3.1 document', async () => {
    const answer = await app.inject('/openapi.json');

    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(answer.json()).toMatchObject({ openapi: '3.1.0', info: { title: 'fakexen' } });
  });

  it('says that what is of a host is served for each', async () => {
    const { servers, paths } = (await app.inject('/openapi.json')).json();

    expect(servers).toMatchObject([{ url: '/' }, { url: '/hosts/{host}' }]);
    expect(paths['/domains'].get.servers).toBeUndefined();
    for (const path of ['/healthz', '/hosts', '/hosts/{host}'])
      expect(paths[path].get.servers).toEqual([{ url: '/' }]);
  });

  it('leaves out what serves the document itself', async () => {
    const { paths } = (await app.inject('/openapi.json')).json<{ paths: object }>();

    expect(Object.keys(paths).filter((path) => /docs|openapi/.test(path))).toEqual([]);
  });
});
