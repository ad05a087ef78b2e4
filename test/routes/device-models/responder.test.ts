import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup() {
  const tools = await api();
  const { post, createDomain } = tools;
  await createDomain();
  await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
  await post('/domains/1/dmop/get_ioreq_server_info', { id: 0 });
  const range = { id: 0, type: 'memory', start: '0xf0000000', end: '0xf0000fff' };
  await post('/domains/1/dmop/map_io_range_to_ioreq_server', range);
  await post('/domains/1/dmop/set_ioreq_server_state', { id: 0, enabled: 1 });
  return {
    ...tools,
    read: (headers = {}) =>
      post('/domains/1/guest-access', { kind: 'read', gpa: '0xf0000010', size: 4 }, headers),
  };
}

const PATH = '/domains/1/ioreq-servers/0/responder';

describe('…/responder', () => {
  it('answers by itself while it is attached', async () => {
    const { put, get, delete: take, read } = await setup();
    expect((await get(PATH)).body).toEqual({ mode: null });

    expect((await put(PATH, { mode: 'pattern' })).body).toEqual({ mode: 'pattern' });
    expect((await read()).body).toMatchObject({ outcome: 'completed', data: '0xa3a2a1a0' });
    expect((await get(PATH)).body).toEqual({ mode: 'pattern' });

    expect((await take(PATH)).status).toBe(204);
    expect((await read({ prefer: 'respond-async' })).status).toBe(202);
  });

  it('answers errno ESRCH for no domain, ENOENT for no server', async () => {
    const { put } = await setup();

    expect(verdictOf(await put('/domains/9/ioreq-servers/0/responder', { mode: 'ones' }))).toBe(
      'ESRCH',
    );
    expect(verdictOf(await put('/domains/1/ioreq-servers/7/responder', { mode: 'ones' }))).toBe(
      'ENOENT',
    );
  });

  it.each([{ mode: 'random' }, {}, { mode: null }])('does not let in %j', async (body) => {
    const { put } = await setup();

    expect((await put(PATH, body)).status).toBe(400);
  });
});
