import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { connect } from '../../src/client/index.js';
import { Host } from '../../src/hypervisor/index.js';
import { buildApp } from '../../src/server/app.js';

describe('fetchOverSocket', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fakexen-socket-'));
  const path = join(folder, 'socket');
  let app: FastifyInstance;

  beforeAll(async () => {
    app = await buildApp({ host: new Host(), token: 'sesame' });
    await app.listen({ path });
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  it('serves a client, answers without a body among them', async () => {
    const xen = connect(`unix:${path}`, { token: 'sesame' });
    const domain = await xen.createDomain({ memory_mib: 1 });

    await expect(domain.describe()).resolves.toMatchObject({ domid: 1 });
    await domain.destroy();
    await expect(domain.describe()).rejects.toThrow('ESRCH: there is no domain 1');
  });

  it('gives way to a signal', async () => {
    const xen = connect(`unix:${path}`, { token: 'sesame' });

    await expect(xen.api.GET('/domains', { signal: AbortSignal.abort() })).rejects.toThrow();
  });
});
