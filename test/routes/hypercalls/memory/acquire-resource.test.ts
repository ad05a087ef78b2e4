import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

async function setup({ handle_bufioreq = 1 } = {}) {
  const { post, get, createDomain } = await api();
  await createDomain();
  await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq });
  return {
    post,
    get,
    acquire: (body: object, { domid = 1, caller = 0 } = {}) =>
      post(`/domains/${domid}/memory/acquire_resource`, body, {
        'xen-caller-domid': String(caller),
      }),
  };
}

describe('acquire_resource', () => {
  it('does allocate both pages of a server, out of the guest', async () => {
    const { acquire, get } = await setup();

    const { body } = await acquire({ type: 'ioreq_server', id: 0, frame: 0, nr: 2 });

    expect(body).toMatchObject({ rc: 0, nr: 2 });
    expect(new Set(body.frames).size).toBe(2);
    expect((await get('/domains/1/ioreq-servers/0')).body).toMatchObject({ pages: 'resource' });
    expect((await acquire({ type: 0, id: 0, frame: 1, nr: 1 })).body.frames).toEqual([
      body.frames[1],
    ]);
  });

  it('does tell how many frames there are, of any server', async () => {
    const { acquire } = await setup();

    expect((await acquire({ type: 'ioreq_server', id: 0x10000, nr: 0 })).body).toEqual({
      rc: 0,
      nr: 2,
      frames: [],
    });
  });

  // prettier-ignore
  it.each([
    ['a pad, whatever the domain',        { type: 0, id: 0, nr: 1, pad: 1 },             { domid: 9 }, 'EINVAL'],
    ['a frame of more than 32 bits',      { type: 0, id: 0, nr: 1, frame: '0x100000000' }, { domid: 9 }, 'EINVAL'],
    ['no domain',                         { type: 0, id: 0, nr: 1 },                     { domid: 9 }, 'ESRCH'],
    ['oneself',                           { type: 0, id: 0, nr: 1 },                     { caller: 1 }, 'EPERM'],
    ['another sort of resource',          { type: 9, id: 0, nr: 1 },                     {},           'EOPNOTSUPP'],
    ['an id of more than 16 bits',        { type: 0, id: 0x10000, nr: 1 },               {},           'EINVAL'],
    ['an id that is not used',            { type: 0, id: 7, nr: 1 },                     {},           'ENOENT'],
    ['a third frame',                     { type: 0, id: 0, nr: 1, frame: 2 },           {},           'EINVAL'],
  ])('answers errno for %s', async (_, body, who, errno) => {
    const { acquire } = await setup();

    expect(verdictOf(await acquire(body, who))).toBe(errno);
  });

  it('answers errno ENOENT for the ring of a server that does not buffer', async () => {
    const { acquire } = await setup({ handle_bufioreq: 0 });

    expect(verdictOf(await acquire({ type: 0, id: 0, frame: 0, nr: 1 }))).toBe('ENOENT');
    expect(verdictOf(await acquire({ type: 0, id: 0, frame: 1, nr: 1 }))).toBe('ok');
  });

  it('answers errno EPERM where the pages are mapped by gfn, and the other way round', async () => {
    const { acquire, post } = await setup();
    await post('/domains/1/dmop/get_ioreq_server_info', { id: 0 });
    expect(verdictOf(await acquire({ type: 0, id: 0, frame: 1, nr: 1 }))).toBe('EPERM');

    await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
    await acquire({ type: 0, id: 1, frame: 1, nr: 1 });
    expect(verdictOf(await post('/domains/1/dmop/get_ioreq_server_info', { id: 1 }))).toBe('EPERM');
  });

  it('answers a hazard where enabling would then bring a real host down', async () => {
    const { acquire, post, get } = await setup({ handle_bufioreq: 0 });
    await post('/domains/1/dmop/get_ioreq_server_info', { id: 0 });
    await acquire({ type: 0, id: 0, frame: 0, nr: 1 });

    const { status, body } = await post('/domains/1/dmop/set_ioreq_server_state', {
      id: 0,
      enabled: 1,
    });

    expect([status, body.type]).toEqual([409, 'urn:fakexen:hazard:host_panic']);
    expect((await get('/domains/1/ioreq-servers/0')).body.enabled).toBe(false);
  });

  it.each([
    ['no count', { type: 'ioreq_server', id: 0 }],
    ['a sort that there is not', { type: 'memory', id: 0, nr: 1 }],
  ])('does not let in %s', async (_, body) => {
    const { acquire } = await setup();

    expect((await acquire(body)).status).toBe(400);
  });
});
