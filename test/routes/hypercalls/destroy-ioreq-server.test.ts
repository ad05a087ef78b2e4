import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup() {
  const { post, get, createDomain } = await api();
  await createDomain();
  await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
  const call =
    (name: string) =>
    (body: object, caller = 0) =>
      post(`/domains/1/dmop/${name}`, body, { 'xen-caller-domid': String(caller) });
  return {
    post,
    get,
    destroy: call('destroy_ioreq_server'),
    claim: call('map_mem_type'),
    setMemType: call('set_mem_type'),
    create: call('create_ioreq_server'),
  };
}

describe('destroy_ioreq_server', () => {
  it('does take the server away', async () => {
    const { destroy, get } = await setup();

    expect((await destroy({ id: 0 })).body).toEqual({ rc: 0 });
    expect((await get('/domains/1/ioreq-servers')).body).toEqual({ ioreq_servers: [] });
  });

  it('does leave pages of the claimed type stuck until each is set back', async () => {
    const { destroy, claim, setMemType, create, get } = await setup();
    const claimed = { id: 0, type: 'ioreq_server', flags: ['write'] };
    await claim(claimed);
    await setMemType({ mem_type: 'ioreq_server', first_pfn: '0x10', nr: 1 });

    await destroy({ id: 0 });
    await create({ handle_bufioreq: 0 });

    expect((await get('/domains/1/p2m/0x10')).body.type).toBe('ioreq_server');
    expect((await get('/domains/1')).body.entry_count).toBe(1);
    expect(verdictOf(await claim(claimed))).toBe('EBUSY');
    await setMemType({ mem_type: 'ram_rw', first_pfn: '0x10', nr: 1 });
    expect(verdictOf(await claim(claimed))).toBe('ok');
  });

  // prettier-ignore
  it.each([
    ['a pad',                  { id: 9, pad: 1 }, 'EINVAL'],
    ['an id that is not used', { id: 9 },         'ENOENT'],
  ])('answers errno for %s', async (_, body, errno) => {
    const { destroy } = await setup();

    expect(verdictOf(await destroy(body))).toBe(errno);
  });

  it('answers errno ENOENT the second time', async () => {
    const { destroy } = await setup();
    await destroy({ id: 0 });

    expect(verdictOf(await destroy({ id: 0 }))).toBe('ENOENT');
  });

  it('answers errno EPERM to a device model that is not the emulator', async () => {
    const { destroy, post } = await setup();
    await post('/domains', { memory_mib: 4, target: 1 });

    expect(verdictOf(await destroy({ id: 0 }, 2))).toBe('EPERM');
  });

  it.each([
    ['nothing', {}],
    ['an id as text', { id: '0' }],
  ])('does not let in %s', async (_, body) => {
    const { destroy } = await setup();

    expect((await destroy(body)).status).toBe(400);
  });
});
