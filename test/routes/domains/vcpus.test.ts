import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

describe('GET /domains/{domid}/vcpus', () => {
  it('says of each what the vcpu itself says', async () => {
    const { createDomain, post, get } = await api();
    await createDomain({ vcpus: 3 });
    const halt = { vcpu: 1, kind: 'insn', bytes: 'f4', regs: {} };
    await post('/domains/1/guest-access', halt, { prefer: 'respond-async' });
    const each = await Promise.all([0, 1, 2].map((id) => get(`/domains/1/vcpus/${id}`)));

    expect((await get('/domains/1/vcpus')).body).toEqual({ vcpus: each.map(({ body }) => body) });
  });

  it('answers errno ESRCH for no domain', async () => {
    const { get } = await api();

    expect(verdictOf(await get('/domains/9/vcpus'))).toBe('ESRCH');
  });
});

describe('GET /domains/{domid}/vcpus/{id}', () => {
  it('says that a vcpu can run', async () => {
    const { createDomain, get } = await api();
    await createDomain({ vcpus: 2 });

    expect((await get('/domains/1/vcpus/1')).body).toEqual({
      id: 1,
      state: 'runnable',
      pause_count: 0,
    });
  });

  it('says for whose answer to what it waits', async () => {
    const { createDomain, post, get } = await api();
    await createDomain({ paused: true });
    await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
    await post('/domains/1/dmop/get_ioreq_server_info', { id: 0 });
    const range = { id: 0, type: 'memory', start: '0xf0000000', end: '0xf0000fff' };
    await post('/domains/1/dmop/map_io_range_to_ioreq_server', range);
    await post('/domains/1/dmop/set_ioreq_server_state', { id: 0, enabled: 1 });
    await post('/domains/1/unpause', {});
    const write = { kind: 'write', gpa: '0xf0000010', size: 2, data: '0x7' };
    await post('/domains/1/guest-access', write, { prefer: 'respond-async' });

    expect((await get('/domains/1/vcpus/0')).body).toEqual({
      id: 0,
      state: 'blocked_in_xen',
      pause_count: 0,
      waits_for: { ioservid: 0, port: 1 },
      access: { id: 1, outcome: 'pending', reason: 'ioreq' },
      request: {
        type: 'copy',
        dir: 'write',
        addr: '0xf0000010',
        data: '0x7',
        size: 2,
        count: 1,
        df: false,
        data_is_ptr: false,
      },
    });
  });

  it('says that its domain is paused or shut down', async () => {
    const { createDomain, post, get } = await api();
    await createDomain({ paused: true });

    expect((await get('/domains/1/vcpus/0')).body.state).toBe('paused');
    await post('/domains/1/shutdown', {});
    expect((await get('/domains/1/vcpus/0')).body).toMatchObject({
      state: 'shut_down',
      pause_count: 1,
    });
  });

  it('answers errno ESRCH for no domain, ENOENT for no vcpu', async () => {
    const { createDomain, get } = await api();
    await createDomain();

    expect(verdictOf(await get('/domains/9/vcpus/0'))).toBe('ESRCH');
    expect(verdictOf(await get('/domains/1/vcpus/1'))).toBe('ENOENT');
  });
});
