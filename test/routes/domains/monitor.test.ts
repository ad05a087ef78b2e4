import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup() {
  const { app, host, get, post, delete: remove, createDomain } = await api();
  await createDomain({ special_pages: false });
  const enable = async (body = {}) => {
    const { json } = await app.inject({ method: 'PUT', url: '/domains/1/monitor', payload: body });
    return json<Record<string, unknown>>();
  };
  return {
    host,
    get,
    remove,
    post,
    enable,
    restrict: (access: string) =>
      post('/domains/1/memory/access_op', { op: 'set_access', pfn: '0x10', nr: 1, access }),
    write: () =>
      post('/domains/1/guest-access', { kind: 'write', gpa: '0x10008', size: 4, data: '0x7' }),
    exchange: (body: object = {}) => post('/domains/1/monitor/exchange', body),
  };
}

describe('PUT /domains/{domid}/monitor', () => {
  it('has a domain watched, once', async () => {
    const { enable, get } = await setup();

    expect(await enable({ access_required: true })).toEqual({
      enabled: true,
      guest_requests: 'off',
      access_required: true,
      pending: 0,
    });

    expect((await get('/domains/1/monitor')).body).toMatchObject({ enabled: true });
    expect(await enable()).toMatchObject({ errno: 'EBUSY' });
  });

  it('refuses a PV domain', async () => {
    const { host, enable } = await setup();
    host.destroyDomain(1);
    host.createDomain({ domid: 1, type: 'pv' });

    expect(await enable()).toMatchObject({ errno: 'EINVAL' });
  });
});

describe('POST /domains/{domid}/monitor/exchange', () => {
  it('tells what the guest did, and lets it go on', async () => {
    const { enable, restrict, write, exchange, get } = await setup();
    await enable();
    await restrict('r');

    const { status, body: access } = await write();
    expect([status, access.outcome, access.reason]).toEqual([200, 'monitor_event', 'event']);
    expect((await get('/domains/1/monitor')).body.pending).toBe(1);

    expect((await exchange()).body).toEqual({
      events: [
        {
          seq: 1,
          reason: 'mem_access',
          vcpu: 0,
          vcpu_paused: true,
          gfn: '0x10',
          offset: 8,
          gla: '0x10008',
          tried: ['read', 'write'],
          fault: 'with_gla',
        },
      ],
      stale: [],
    });
    await restrict('rwx');
    const resume = [{ vcpu: 0, seq: 1 }, { vcpu: 0 }, { vcpu: 7 }];
    expect((await exchange({ resume })).body).toEqual({
      events: [],
      stale: [{ vcpu: 0 }, { vcpu: 7 }],
    });

    expect((await get(`/domains/1/guest-access/${access.id}`)).body.outcome).toBe('completed');
  });

  it('waits for an event', async () => {
    const { enable, restrict, write, exchange } = await setup();
    await enable();
    await restrict('n2rwx');

    const heard = exchange({ wait_ms: 10_000 });
    expect((await write()).body.outcome).toBe('completed');

    expect((await heard).body.events).toHaveLength(1);
  });

  it('answers ENODEV where nobody watches', async () => {
    const { exchange } = await setup();

    expect(verdictOf(await exchange())).toBe('ENODEV');
  });
});

describe('DELETE /domains/{domid}/monitor', () => {
  it('lets the guest go on, and whoever waits know', async () => {
    const { enable, restrict, write, exchange, remove, get } = await setup();
    await enable();
    await restrict('r');
    const { body: access } = await write();
    await exchange();
    const heard = exchange({ wait_ms: 10_000 });
    await get('/domains/1/monitor');

    expect((await remove('/domains/1/monitor')).status).toBe(204);

    expect((await heard).body.type).toBe('urn:fakexen:problem:domain-gone');
    expect((await get(`/domains/1/guest-access/${access.id}`)).body.outcome).toBe('completed');
    expect((await get('/domains/1/monitor')).body.enabled).toBe(false);
    expect((await remove('/domains/1/monitor')).status).toBe(204);
  });
});
