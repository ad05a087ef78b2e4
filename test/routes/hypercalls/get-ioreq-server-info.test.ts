import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup({ handle_bufioreq = 0, ...spec }: Record<string, unknown> = {}) {
  const { post, get, createDomain } = await api();
  await createDomain(spec);
  await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq });
  return {
    get,
    post,
    hvmop: (body: object) => post('/domains/1/hvmop/get_ioreq_server_info', body),
    dmop: (body: object, caller = 0) =>
      post('/domains/1/dmop/get_ioreq_server_info', body, { 'xen-caller-domid': String(caller) }),
  };
}

describe('get_ioreq_server_info', () => {
  it('does give the server its pages, lowest special gfn first, and says where they are', async () => {
    const { dmop, get } = await setup({ handle_bufioreq: 2 });

    const info = { rc: 0, bufioreq_port: 2, ioreq_gfn: '0xfeff0', bufioreq_gfn: '0xfeff1' };
    expect((await dmop({ id: 0 })).body).toEqual(info);
    expect((await dmop({ id: 0 })).body).toEqual(info);
    expect((await get('/domains/1/ioreq-servers/0')).body).toMatchObject({ pages: 'gfn' });
  });

  it('does speak of pfns where it is an HVMOP', async () => {
    const { hvmop } = await setup();

    expect((await hvmop({ id: 0 })).body).toEqual({
      rc: 0,
      bufioreq_port: 0,
      ioreq_pfn: '0xfeff0',
      bufioreq_pfn: '0x0',
    });
  });

  it('does map nothing when no gfns are asked for', async () => {
    const { dmop, get } = await setup({ handle_bufioreq: 1 });

    expect((await dmop({ id: 0, flags: ['no_gfns'] })).body).toEqual({
      rc: 0,
      bufioreq_port: 2,
      ioreq_gfn: '0x0',
      bufioreq_gfn: '0x0',
    });
    expect((await get('/domains/1/ioreq-servers/0')).body).toMatchObject({ pages: 'none' });
  });

  // prettier-ignore
  it.each([
    ['an unknown flag',        { id: 7, flags: 2 }, 0, 'EINVAL'],
    ['two flags',              { id: 0, flags: 3 }, 0, 'EINVAL'],
    ['an id that is not used', { id: 7 },           0, 'ENOENT'],
  ])('answers errno for %s', async (_, body, caller, errno) => {
    const { dmop } = await setup();

    expect(verdictOf(await dmop(body, caller))).toBe(errno);
  });

  it('answers errno ENOENT before EPERM to a device model that is not the emulator', async () => {
    const { dmop, post } = await setup();
    await post('/domains', { memory_mib: 4, target: 1 });

    expect(verdictOf(await dmop({ id: 7 }, 2))).toBe('ENOENT');
    expect(verdictOf(await dmop({ id: 0 }, 2))).toBe('EPERM');
  });

  it('answers errno ENOMEM in 4.22 when no special gfn is left, and gfn 0 in 4.17', async () => {
    const nothing = { special_pages: false };
    const { dmop } = await setup({ ...nothing, profile: '4.22' });
    const { dmop: dmop417 } = await setup(nothing);

    expect(verdictOf(await dmop({ id: 0 }))).toBe('ENOMEM');
    expect((await dmop417({ id: 0 })).body).toMatchObject({ rc: 0, ioreq_gfn: '0x0' });
  });

  it('answers errno EINVAL to no_gfns in 4.9, where that field is a pad', async () => {
    const { dmop } = await setup({ profile: '4.9' });

    expect(verdictOf(await dmop({ id: 1, flags: 1 }))).toBe('EINVAL');
  });

  it.each([
    ['a flag without a meaning by name', { id: 0, flags: ['gfns'] }],
    ['an id of more than 16 bits', { id: 65536 }],
    ['what Xen writes', { id: 0, ioreq_gfn: '0x0' }],
  ])('does not let in %s', async (_, body) => {
    const { dmop } = await setup();

    expect((await dmop(body)).status).toBe(400);
  });
});
