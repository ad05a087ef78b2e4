import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

const SEED = { domains: [{ name: 'first', memory_mib: 1 }] };

describe('PUT /hosts/{host}', () => {
  it('makes a machine of its own, with its caps and its seed', async () => {
    const { get, put } = await api();
    const body = { ttl_s: 60, max_domains: 3, memory_mib: 64, backed_pages: 10, seed: SEED };

    const answer = await put('/hosts/ci-1', body);

    expect([answer.status, answer.headers['location']]).toEqual([201, '/hosts/ci-1']);
    const { seed: _, ...caps } = body;
    expect(answer.body).toEqual({ name: 'ci-1', ...caps, domains: 1, profile: '4.17' });
    expect((await get('/hosts/ci-1')).body).toEqual(answer.body);
    expect((await get('/hosts')).body.hosts).toMatchObject([{ name: 'ci-1' }, { name: 'default' }]);
    expect((await get('/hosts/ci-1/domains')).body.domains).toMatchObject([{ name: 'first' }]);
    expect((await get('/domains')).body.domains).toEqual([]);
  });

  it('holds it to its caps', async () => {
    const { post, put } = await api();
    await put('/hosts/ci-2', { max_domains: 2, memory_mib: 20, backed_pages: 1 });
    const at = '/hosts/ci-2/domains';

    expect(verdictOf(await post(at, { memory_mib: 100 }))).toBe('ENOMEM');
    const { domid } = (await post(at, { memory_mib: 1, paused: false })).body;
    const write = (gpa: string) =>
      post(`${at}/${domid}/guest-access`, { kind: 'write', gpa, size: 4, data: '0x1' });
    expect(verdictOf(await write('0x1000'))).toBe('ok');
    expect(verdictOf(await write('0x2000'))).toBe('ENOMEM');
    expect(verdictOf(await post(at, { memory_mib: 1 }))).toBe('ok');
    expect(verdictOf(await post(at, { memory_mib: 1 }))).toBe(
      'urn:fakexen:problem:too-many-domains',
    );
  });

  it('puts it in place of one of that name, on which nobody waits any more', async () => {
    const { get, post, put } = await api();
    await put('/hosts/ci-3', { seed: SEED });
    const waiting = post('/hosts/ci-3/domains/0/evtchn/pending', { wait_ms: 10_000 });
    await vi.waitFor(async () => expect((await get('/hosts/ci-3')).status).toBe(200));

    expect((await put('/hosts/ci-3', {})).status).toBe(200);

    expect((await get('/hosts/ci-3/domains')).body.domains).toEqual([]);
    expect(verdictOf(await waiting)).toBe('urn:fakexen:problem:host-gone');
  });

  // prettier-ignore
  it.each([
    ['a name that is none',  '/hosts/.x',      {},                                     400, '/host'],
    ['no time to live',      '/hosts/ci-4',    { ttl_s: 0 },                           400, '/ttl_s'],
    ['no room for Xen',      '/hosts/ci-4',    { memory_mib: 16 },                     400, '/memory_mib'],
    ['an unknown field',     '/hosts/ci-4',    { memory: 16 },                         400, '/memory'],
    ['a seed that is none',  '/hosts/ci-4',    { seed: { domains: [{ vcpus: 'x' }] } }, 400, '/domains/0/vcpus'],
    ['a seed of two things', '/hosts/ci-4',    { seed: { domains: [], hosts: [] } },   400, '/hosts'],
    ['the default host',     '/hosts/default', {},                                     409, undefined],
  ])('refuses %s', async (_, url, body, status, pointer) => {
    const { get, put } = await api();

    const answer = await put(url, body);

    expect([answer.status, answer.body.errors?.[0].pointer]).toEqual([status, pointer]);
    expect((await get('/hosts')).body.hosts).toHaveLength(1);
  });

  it('makes no more of them than there may be', async () => {
    const { app, put } = await api();
    const { maxHosts } = app.hosts.limits;
    onTestFinished(() => void Object.assign(app.hosts.limits, { maxHosts }));
    Object.assign(app.hosts.limits, { maxHosts: 2 });

    expect((await put('/hosts/one', {})).status).toBe(201);
    expect(verdictOf(await put('/hosts/two', {}))).toBe('urn:fakexen:problem:too-many-hosts');
    expect((await put('/hosts/one', {})).status).toBe(200);
  });
});

describe('DELETE /hosts/{host}', () => {
  it('ends it: 410 from then on, where one that never was is 404', async () => {
    const { delete: remove, get, post, put } = await api();
    await put('/hosts/ci-5', {});
    const waiting = post('/hosts/ci-5/domains/0/evtchn/pending', { wait_ms: 10_000 });
    await vi.waitFor(async () => expect((await get('/hosts/ci-5')).status).toBe(200));

    expect((await remove('/hosts/ci-5')).status).toBe(204);

    expect(verdictOf(await waiting)).toBe('urn:fakexen:problem:host-gone');
    expect(verdictOf(await get('/hosts/ci-5'))).toBe('urn:fakexen:problem:host-gone');
    expect((await get('/hosts/ci-5/domains')).status).toBe(410);
    expect((await get('/hosts/never/domains')).status).toBe(404);
    expect(verdictOf(await get('/hosts/never'))).toBe('urn:fakexen:problem:no-such-host');
    expect((await put('/hosts/ci-5', {})).status).toBe(201);
    expect((await get('/hosts/ci-5/domains')).status).toBe(200);
  });

  it('leaves the default host', async () => {
    const { delete: remove } = await api();

    expect((await remove('/hosts/default')).status).toBe(409);
  });

  it('is not needed where nobody uses the host for its time to live', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const { app } = await api();
    const status = async (url: string) => (await app.inject(url)).statusCode;
    await app.inject({ method: 'PUT', url: '/hosts/ci-6', payload: { ttl_s: 10 } });

    vi.advanceTimersByTime(9000);
    expect(await status('/hosts/ci-6/domains')).toBe(200);
    vi.advanceTimersByTime(9000);
    expect(await status('/hosts/ci-6')).toBe(200);
    vi.advanceTimersByTime(2000);

    expect(await status('/hosts/ci-6/domains')).toBe(410);
  });
});

describe('what is of the process', () => {
  it.each(['healthz', 'openapi.json', 'hosts'])('is not of a host: %s', async (path) => {
    const { get, put } = await api();
    await put('/hosts/ci-7', {});

    expect((await get(`/hosts/ci-7/${path}`)).status).toBe(404);
  });
});
