import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup() {
  const { post, get, createDomain } = await api();
  await createDomain();
  await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
  await post('/domains/1/dmop/get_ioreq_server_info', { id: 0 });
  return {
    post,
    hvmop: (body: object) => post('/domains/1/hvmop/set_ioreq_server_state', body),
    dmop: (body: object, caller = 0) =>
      post('/domains/1/dmop/set_ioreq_server_state', body, { 'xen-caller-domid': String(caller) }),
    enabled: async () => (await get('/domains/1/ioreq-servers/0')).body.enabled,
    typeOfPage: async () => (await get('/domains/1/p2m/0xfeff0')).body.type,
  };
}

describe('set_ioreq_server_state', () => {
  it('does enable a server and take its page out of the guest, and the way back', async () => {
    const { hvmop, enabled, typeOfPage } = await setup();
    expect([await enabled(), await typeOfPage()]).toEqual([false, 'ram_rw']);

    expect((await hvmop({ id: 0, enabled: 1 })).body).toEqual({ rc: 0 });
    expect([await enabled(), await typeOfPage()]).toEqual([true, 'mmio_dm']);

    expect((await hvmop({ id: 0, enabled: 0 })).body).toEqual({ rc: 0 });
    expect([await enabled(), await typeOfPage()]).toEqual([false, 'ram_rw']);
  });

  it('does take any number but 0 for enable, and enabling twice for nothing', async () => {
    const { dmop, enabled } = await setup();

    expect(verdictOf(await dmop({ id: 0, enabled: 255 }))).toBe('ok');
    expect(verdictOf(await dmop({ id: 0, enabled: 1 }))).toBe('ok');
    expect(await enabled()).toBe(true);
  });

  // prettier-ignore
  it.each([
    ['a pad',                  { id: 9, enabled: 1, pad: 1 }, 'EINVAL'],
    ['an id that is not used', { id: 9, enabled: 1 },         'ENOENT'],
  ])('answers errno for %s', async (_, body, errno) => {
    const { dmop } = await setup();

    expect(verdictOf(await dmop(body))).toBe(errno);
  });

  it('answers errno EPERM to a device model that is not the emulator', async () => {
    const { dmop, post } = await setup();
    await post('/domains', { memory_mib: 4, target: 1 });

    expect(verdictOf(await dmop({ id: 0, enabled: 1 }, 2))).toBe('EPERM');
  });

  it.each([
    ['a boolean', { id: 0, enabled: true }],
    ['more than 8 bits', { id: 0, enabled: 256 }],
    ['no state', { id: 0 }],
  ])('does not let in %s', async (_, body) => {
    const { hvmop } = await setup();

    expect((await hvmop(body)).status).toBe(400);
  });
});
