import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup() {
  const { app, post, get, delete: del, createDomain } = await api();
  await createDomain();
  const octets = { 'content-type': 'application/octet-stream' };
  const write = (path: string, bytes: number[]) =>
    app.inject({ method: 'PUT', url: path, payload: Buffer.from(bytes), headers: octets });
  const read = async (path: string) => (await app.inject({ method: 'GET', url: path })).rawPayload;
  return { post, get, del, write, read };
}

describe('a mapping', () => {
  it('of RAM shows it, and keeps it when the guest gives it back', async () => {
    const { post, get, write, read } = await setup();
    expect((await post('/domains/1/mappings', { first_gfn: '0x100', nr: 2 })).body).toEqual({
      id: 1,
    });
    expect((await get('/domains/1/mappings')).body).toEqual({
      mappings: [{ id: 1, by: 0, pages: 2 }],
    });

    await write('/domains/1/mappings/1?offset=4094', [1, 2, 3, 4]);
    expect([...(await read('/domains/1/ram?gpa=0x100ffe&length=4'))]).toEqual([1, 2, 3, 4]);

    await post('/domains/1/memory/decrease_reservation', { extents: ['0x100'] });
    expect([...(await read('/domains/1/mappings/1')).subarray(4094, 4098)]).toEqual([1, 2, 3, 4]);
  });

  it('of a page that a server shares outlives the server', async () => {
    const { post, read } = await setup();
    await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
    await post('/domains/1/mappings', { ioservid: 0, frame: 1 });
    await post('/domains/1/dmop/set_ioreq_server_state', { id: 0, enabled: 1 });
    await post('/domains/1/dmop/destroy_ioreq_server', { id: 0 });

    expect((await read('/domains/1/mappings/1'))[24]).toBe(1);
  });

  it('is refused for what is not there', async () => {
    const { post, del, write } = await setup();

    expect(verdictOf(await post('/domains/1/mappings', { first_gfn: '0x9000000' }))).toBe('EINVAL');
    expect(verdictOf(await post('/domains/1/mappings', {}))).toBe('EINVAL');
    expect(verdictOf(await post('/domains/1/mappings', { ioservid: 7 }))).toBe('ENOENT');
    expect((await del('/domains/1/mappings/1')).status).toBe(404);

    await post('/domains/1/mappings', { first_gfn: '0x100' });
    expect((await write('/domains/1/mappings/1?offset=4095', [1, 2])).statusCode).toBe(422);
  });
});
