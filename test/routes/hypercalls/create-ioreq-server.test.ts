import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup(spec: object = {}) {
  const { post, get, createDomain } = await api();
  await createDomain(spec);
  return {
    get,
    hvmop: (body: object) => post('/domains/1/hvmop/create_ioreq_server', body),
    dmop: (body: object, caller = 0) =>
      post('/domains/1/dmop/create_ioreq_server', body, { 'xen-caller-domid': String(caller) }),
    destroy: (id: number) => post('/domains/1/dmop/destroy_ioreq_server', { id }),
  };
}

describe('create_ioreq_server', () => {
  it('does add a disabled server of the caller, without a page, with a port for every vcpu', async () => {
    const { hvmop, get } = await setup({ vcpus: 2 });

    expect((await hvmop({ handle_bufioreq: 'off' })).body).toEqual({ rc: 0, id: 0 });
    expect((await get('/domains/1/ioreq-servers/0')).body).toEqual({
      id: 0,
      emulator: 0,
      enabled: false,
      handle_bufioreq: 'off',
      ranges: { port: [], memory: [], pci: [] },
      owns_ioreq_server_pages: false,
      pages: 'none',
      ports: [1, 2],
      pending: [],
    });
  });

  it('does open a port for the buffered ring after that of the first vcpu', async () => {
    const { dmop, get } = await setup({ vcpus: 2 });
    await dmop({ handle_bufioreq: 2 });

    const { body } = await get('/domains/1/ioreq-servers/0');

    expect(body).toMatchObject({ handle_bufioreq: 'atomic', ports: [1, 3], bufioreq_port: 2 });
  });

  it('does give the lowest id that is free', async () => {
    const { dmop, destroy } = await setup();
    for (let id = 0; id < 3; id++) await dmop({ handle_bufioreq: 0 });
    await destroy(1);

    expect((await dmop({ handle_bufioreq: 0 })).body).toEqual({ rc: 0, id: 1 });
  });

  it('does count ids up from 1 before 4.11', async () => {
    const { dmop, destroy } = await setup({ profile: '4.9' });
    await dmop({ handle_bufioreq: 0 });
    await destroy(1);

    expect((await dmop({ handle_bufioreq: 0 })).body).toEqual({ rc: 0, id: 2 });
  });

  // prettier-ignore
  it.each([
    ['a pad of one number',  { handle_bufioreq: 9, pad: 1 },         'EINVAL'],
    ['a pad of bytes',       { handle_bufioreq: 0, pad: [0, 0, 1] }, 'EINVAL'],
    ['a ring of sort 3',     { handle_bufioreq: 3 },                 'EINVAL'],
  ])('answers errno for %s', async (_, body, errno) => {
    const { dmop } = await setup();

    expect(verdictOf(await dmop(body))).toBe(errno);
  });

  it('answers errno EINVAL for a bad ring before ENOSPC for a ninth server', async () => {
    const { dmop } = await setup();
    for (let id = 0; id < 8; id++) await dmop({ handle_bufioreq: 0 });

    expect(verdictOf(await dmop({ handle_bufioreq: 3 }))).toBe('EINVAL');
    expect(verdictOf(await dmop({ handle_bufioreq: 0 }))).toBe('ENOSPC');
  });

  it('answers errno ENOMEM in 4.9 when no special gfn is left for its pages', async () => {
    const { dmop } = await setup({ profile: '4.9' });
    for (let n = 0; n < 4; n++)
      expect((await dmop({ handle_bufioreq: 1 })).body).toMatchObject({ rc: 0 });

    expect(verdictOf(await dmop({ handle_bufioreq: 1 }))).toBe('ENOMEM');
  });

  it.each([
    ['a name that no ring has', { handle_bufioreq: 'on' }],
    ['nothing', {}],
    ['a boolean', { handle_bufioreq: false }],
    ['an id', { handle_bufioreq: 0, id: 0 }],
    ['a pad where the HVMOP has none', { handle_bufioreq: 0, pad: 0 }],
  ])('does not let in %s', async (_, body) => {
    const { hvmop } = await setup();

    expect((await hvmop(body)).status).toBe(400);
  });
});
