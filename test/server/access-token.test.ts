import request from 'supertest';
import { WebSocket } from 'ws';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { Host } from '../../src/hypervisor/index.js';
import { buildApp } from '../../src/server/app.js';

describe('requireToken', () => {
  let app: FastifyInstance;

  beforeAll(async () => {
    app = await buildApp({ host: new Host(), token: 'sesame' });
    await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => app.close());

  it.each([
    ['without one', {}, 401],
    ['with another', { authorization: 'Bearer sesam' }, 401],
    ['with it in another scheme', { authorization: 'Basic sesame' }, 401],
    ['with it', { authorization: 'Bearer sesame' }, 200],
  ])('answers those %s', async (_, headers, status) => {
    await request(app.server).get('/domains').set(headers).expect(status);
  });

  it('says what is lacking, and no more of what there is', async () => {
    const { body, headers } = await request(app.server).get('/nowhere').expect(401);

    expect(headers['www-authenticate']).toBe('Bearer realm="fakexen"');
    expect(body).toMatchObject({ type: 'urn:fakexen:problem:unauthorized', status: 401 });
  });

  it('answers everybody who asks for health', async () => {
    await request(app.server).get('/healthz').expect(200);
    await request(app.server).get('/readyz').expect(200);
  });

  it('opens no WebSocket without it', async () => {
    const { port } = app.server.address() as AddressInfo;
    const socket = new WebSocket(`ws://127.0.0.1:${port}/domains/1/ioreq-servers/0/stream`);

    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toBe('Unexpected server response: 401');
  });

  it('lets the process ask itself', async () => {
    expect((await app.inject('/domains')).statusCode).toBe(200);
  });
});
