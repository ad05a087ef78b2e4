import { describe, expect, it } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { api, verdictOf } from '../../support/api.js';

const BINARY = 'application/vnd.fakexen.snapshot';

async function setup() {
  const tools = await api();
  await tools.createDomain();
  return { ...tools, snapshot: async () => (await tools.get('/snapshot')).text };
}

describe('/snapshots', () => {
  it('keeps snapshots by name, over a reset', async () => {
    const { put, get, post, delete: remove, snapshot } = await setup();
    const text = await snapshot();

    const { body } = await put('/snapshots/before', {});
    await post('/reset');
    expect((await get('/domains')).body.domains).toEqual([]);
    expect((await get('/snapshots')).body).toEqual({ snapshots: [body] });
    expect((await post('/snapshots/before/restore')).status).toBe(204);

    expect(await snapshot()).toBe(text);
    expect((await remove('/snapshots/before')).status).toBe(204);
    expect(verdictOf(await post('/snapshots/before/restore'))).toBe(
      'urn:fakexen:problem:no-such-snapshot',
    );
  });

  it('are given back as they were taken', async () => {
    const { app, put, snapshot } = await setup();
    await put('/snapshots/before', {});
    const text = await snapshot();
    const { rawPayload: payload } = await app.inject({ url: '/snapshots/before' });
    const other = await api();

    const headers = { 'content-type': BINARY };
    await other.app.inject({ method: 'PUT', url: '/snapshot', headers, payload });

    expect((await other.get('/snapshot')).text).toBe(text);
  });

  it('are so many', async () => {
    const { put } = await api();
    for (let n = 0; n < 64; n++) await put(`/snapshots/s${n}`, {});

    expect((await put('/snapshots/s64', {})).status).toBe(507);
    expect((await put('/snapshots/s63', {})).status).toBe(200);
  });

  it('are of one host', async () => {
    const { app, put, get } = await api();
    app.hosts.add('other-host', new Host());
    await put('/hosts/other-host/snapshots/one', {});

    expect((await get('/snapshots')).body.snapshots).toEqual([]);
    expect((await get('/hosts/other-host/snapshots')).body.snapshots).toHaveLength(1);
  });
});
