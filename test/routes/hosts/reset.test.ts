import { once } from 'node:events';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { Host } from '../../../src/hypervisor/index.js';
import { buildApp } from '../../../src/server/app.js';
import { api, verdictOf } from '../../support/api.js';

const RESET = 'urn:fakexen:problem:host-reset';

/** Domain 1 with an enabled server that has a range; nobody serves it. */
async function setup() {
  const tools = await api();
  const { post, createDomain } = tools;
  await createDomain({ vcpus: 2, paused: false });
  await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
  await post('/domains/1/dmop/get_ioreq_server_info', { id: 0 });
  const range = { id: 0, type: 'memory', start: '0xf0000000', end: '0xf0000fff' };
  await post('/domains/1/dmop/map_io_range_to_ioreq_server', range);
  await post('/domains/1/dmop/set_ioreq_server_state', { id: 0, enabled: 1 });
  const waiters = (nr: number) =>
    vi.waitFor(() => expect(tools.app.hosts.default.world.waiting.nr).toBe(nr));
  return { ...tools, waiters };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('POST /reset', () => {
  it('ends all who wait with 410, and what comes next finds the new world', async () => {
    const { get, post, waiters } = await setup();
    const exchange = { wait_ms: 10_000 };
    const waiting = [
      post('/domains/1/guest-access', { kind: 'read', gpa: '0xf0000010', size: 4 }),
      post('/domains/0/evtchn/pending', exchange),
      post('/domains/1/evtchn/pending', exchange),
    ];
    await waiters(3);
    await post('/domains/1/ioreq-servers/0/exchange');
    waiting.push(post('/domains/1/ioreq-servers/0/exchange', exchange));

    expect((await post('/reset')).status).toBe(204);

    expect((await get('/domains')).body.domains).toEqual([]);
    const verdicts = (await Promise.all(waiting)).map(verdictOf);
    expect(verdicts.slice(0, 3)).toEqual([RESET, RESET, RESET]);
    expect(['ok', RESET, 'ESRCH']).toContain(verdicts[3]);
  });

  it('closes WebSockets with 1001', async () => {
    const app = await buildApp({ host: new Host() });
    onTestFinished(() => app.close());
    const post = (url: string, payload: object = {}) =>
      app.inject({ method: 'POST', url, payload });
    await post('/domains', { memory_mib: 1 });
    await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
    const url = (await app.listen({ host: '127.0.0.1', port: 0 })).replace('http', 'ws');
    const socket = new WebSocket(`${url}/domains/1/ioreq-servers/0/stream`);
    await once(socket, 'open');
    const closed = once(socket, 'close') as Promise<[number, Buffer]>;

    await post('/reset');

    const [code, reason] = await closed;
    expect([code, String(reason)]).toEqual([1001, 'the host was reset while the request waited']);
  });

  it('goes back to the seed, or to nothing', async () => {
    const { get, post } = await setup();
    const seed = { domains: [{ domid: 7, name: 'seeded', memory_mib: 1 }] };
    const names = async () =>
      (await get('/domains')).body.domains.map(({ name }: { name: string }) => name);

    await post('/reset', { seed });
    expect(await names()).toEqual(['seeded']);
    await post('/domains', { name: 'more', memory_mib: 1 });
    await post('/reset?to=empty');
    expect(await names()).toEqual([]);
    await post('/reset?to=seed');
    expect(await names()).toEqual(['seeded']);
  });

  it('lets a call that is under way come to its end on the old world, and answers after it', async () => {
    const { app, post, host } = await setup();
    const big = { domid: 9, memory: [{ first_gfn: '0x0', nr: 0x8_0000, order: 0 }] };
    await post('/domains', big);
    const sweep = { mem_type: 'ram_ro', first_pfn: '0x0', nr: 0x8_0000 };
    const order: string[] = [];
    const call = app
      .inject({ method: 'POST', url: '/domains/9/dmop/set_mem_type', payload: sweep })
      .then(({ statusCode }) => order.push(`call ${statusCode}`));
    const ramRo = 3;
    while (host.find(9)?.p2m.query(0).type !== ramRo) await turn();
    await app
      .inject({ method: 'POST', url: '/reset' })
      .then(({ statusCode }) => order.push(`reset ${statusCode}`));
    await call;

    expect(order).toEqual(['call 200', 'reset 204']);
    expect(host.find(9)?.p2m.query(0x7_ffff).type).toBe(ramRo);
    expect(app.hosts.default.world.host.find(9)).toBeUndefined();
  });

  // prettier-ignore
  it.each([
    ['a domain that is none',  { domains: [{ vcpus: 'two' }] },         '/domains/0/vcpus'],
    ['one that Xen refuses',   { domains: [{}, { profile: '4.8', vcpus: 0 }] }, '/domains/1'],
    ['two of one domid',       { domains: [{ domid: 3 }, { domid: 3 }] }, '/domains/1'],
    ['a snapshot of no sort',  { format: 'fakexen.snapshot' },          '/version'],
  ])('refuses a seed with %s, and nothing has changed', async (_, seed, pointer) => {
    const { get, post } = await setup();

    const answer = await post('/reset', { seed });

    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, pointer]);
    expect((await get('/domains')).body.domains).toHaveLength(1);
    await post('/reset');
    expect((await get('/domains')).body.domains).toEqual([]);
  });
});
