import { afterEach, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { Host } from '../../../src/hypervisor/index.js';
import { DEFAULT_LIMITS, type Limits } from '../../../src/routes/world/limits.js';
import { buildApp } from '../../../src/server/app.js';

describe('limits', () => {
  let app: FastifyInstance;
  afterEach(() => app.close());

  const withLimits = async (limits: Partial<Limits>, settings = {}) => {
    app = await buildApp({ host: new Host(settings), limits: { ...DEFAULT_LIMITS, ...limits } });
  };
  const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload });
  const create = () => post('/domains', { memory_mib: 1 });

  it('refuses a domain too many', async () => {
    await withLimits({ maxDomains: 1 });
    await create();

    expect((await create()).json()).toMatchObject({
      status: 507,
      detail: '1 domains are there, and max-domains is 1',
    });
    await app.inject({ method: 'DELETE', url: '/domains/1' });
    expect((await create()).statusCode).toBe(201);
  });

  it('refuses who would wait before anything is done for him', async () => {
    await withLimits({ maxWaiting: 0 });
    await create();

    const refused = await post('/domains/1/guest-access', { kind: 'read', gpa: '0x0', size: 4 });
    expect(refused.headers['retry-after']).toBe('1');
    expect(refused.json()).toMatchObject({
      status: 429,
      type: 'urn:fakexen:problem:too-many-waiting',
      detail: '0 requests wait, and max-waiting is 0',
    });
    expect((await app.inject('/domains/1/guest-access/1')).statusCode).toBe(404);
  });

  it('refuses a body that is too large, and says which limit is in the way', async () => {
    await withLimits({ maxBodyMib: 2 });
    const calls = (mib: number) => ({ calls: 'x'.repeat(mib * 2 ** 20) });

    expect((await post('/multicall', calls(1))).statusCode).toBe(400);
    expect((await post('/multicall', calls(2))).json()).toMatchObject({
      status: 413,
      detail: 'the body has more than 2097152 bytes (max-body-mib)',
    });
    expect((await post('/domains', calls(1))).json()).toMatchObject({
      status: 413,
      detail: 'the body has more than 1048576 bytes',
    });
  });

  it('refuses contents for a page too many', async () => {
    await withLimits({}, { backedPages: 1 });
    await create();
    const write = (gpa: string) =>
      app.inject({
        method: 'PUT',
        url: `/domains/1/ram?gpa=${gpa}`,
        headers: { 'content-type': 'application/octet-stream' },
        payload: Buffer.from('x'),
      });

    await write('0x1000');
    expect((await write('0x2000')).json()).toMatchObject({
      status: 507,
      errno: 'ENOMEM',
      detail: expect.stringContaining('backed-pages is 1'),
    });
  });
});
