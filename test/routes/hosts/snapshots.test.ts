import { describe, expect, it } from 'vitest';
import { api } from '../../support/api.js';

const AT_ONCE = { prefer: 'respond-async' };
const BINARY = 'application/vnd.fakexen.snapshot';

/** Domain 1 with server 0 on memory at 0xf0000000, and a read of it that has been handed out once. */
async function setup() {
  const tools = await api();
  const { post, createDomain } = tools;
  await createDomain({ vcpus: 2, paused: false });
  await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 1 });
  await post('/domains/1/dmop/get_ioreq_server_info', { id: 0 });
  const range = { id: 0, type: 'memory', start: '0xf0000000', end: '0xf0000fff' };
  await post('/domains/1/dmop/map_io_range_to_ioreq_server', range);
  await post('/domains/1/dmop/set_ioreq_server_state', { id: 0, enabled: 1 });
  const read = { vcpu: 0, kind: 'read', gpa: '0xf0000010', size: 4 };
  const { body: access } = await post('/domains/1/guest-access', read, AT_ONCE);
  const exchange = async (completions: object[] = []) =>
    (await post('/domains/1/ioreq-servers/0/exchange', { completions })).body;
  await exchange();
  const snapshot = async () => (await tools.get('/snapshot')).text;
  return { ...tools, access, exchange, snapshot };
}

describe('GET and PUT /snapshot', () => {
  it('goes on where it was: a request is handed out again, and its access comes to its end', async () => {
    const { app, put, get, post, access, exchange, snapshot } = await setup();
    const text = await snapshot();
    await exchange([{ vcpu: 0, data: '0x1' }]);
    await post('/domains', { memory_mib: 1 });
    expect(app.hosts.default.world.host.domains).toHaveLength(2);

    expect((await put('/snapshot', JSON.parse(text))).status).toBe(204);

    expect(await snapshot()).toBe(text);
    expect((await get('/domains')).body.domains).toHaveLength(1);
    const { ioreqs } = await exchange();
    expect(ioreqs).toMatchObject([{ vcpu: 0, seq: 1, delivery: 2, addr: '0xf0000010' }]);
    await exchange([{ vcpu: 0, seq: 1, data: '0x2a' }]);
    expect((await get(`/domains/1/guest-access/${access.id}`)).body).toMatchObject({
      outcome: 'completed',
      data: '0x2a',
    });
  });

  it('says the same in bytes', async () => {
    const { app, exchange, snapshot } = await setup();
    const text = await snapshot();
    const bytes = await app.inject({ url: '/snapshot', headers: { accept: BINARY } });
    expect(bytes.headers['content-type']).toBe(BINARY);
    await exchange([{ vcpu: 0, data: '0x1' }]);

    const put = { method: 'PUT', url: '/snapshot', headers: { 'content-type': BINARY } } as const;
    const answer = await app.inject({ ...put, payload: bytes.rawPayload });

    expect(answer.statusCode).toBe(204);
    expect(await snapshot()).toBe(text);
  });

  it('has the end of an access that somebody was sent for', async () => {
    const { put, get, access, exchange, snapshot } = await setup();
    await exchange([{ vcpu: 0, data: '0x7' }]);
    const text = await snapshot();

    await put('/snapshot', JSON.parse(text));

    const { body } = await get(`/domains/1/guest-access/${access.id}`);
    expect(body).toMatchObject({ outcome: 'completed', data: '0x7' });
    expect(await snapshot()).toBe(text);
  });

  it('keeps who answers by itself', async () => {
    const { put, get, snapshot } = await setup();
    await put('/domains/1/ioreq-servers/0/responder', { mode: 'ones' });
    const text = await snapshot();

    await put('/snapshot', JSON.parse(text));

    expect((await get('/domains/1/ioreq-servers/0/responder')).body).toEqual({ mode: 'ones' });
    expect(await snapshot()).toBe(text);
  });

  // prettier-ignore
  it.each([
    ['another version',     ['version', 1],                                    '/version'],
    ['another format',      ['format', 'x'],                                   '/format'],
    ['an unknown field',    ['what', 1],                                       '/what'],
    ['no host',             ['host', undefined],                               '/host'],
    ['a wrong number',      ['host.domains.0.vcpus.0.pauseCount', -1],         '/host/domains/0/vcpus/0/pauseCount'],
    ['a wrong counter',     ['host.last_domid', 'one'],                        '/host/last_domid'],
    ['a foreign table',     ['host.domains.0.memory.root', 99],                '/host/domains/0/memory/root'],
    ['a table that lacks',  ['host.tables.used', 100],                         '/host/tables/tables'],
    ['a frame too far',     ['host.machine.free', [['0x0', '0x1ffffffff']]],   '/host/machine/free/0'],
    ['no base64',           ['host.machine.pages.0.data', '*'],                '/host/machine/pages/0/data'],
    ['a stranger',          ['served.responders', [{ domid: 9, ioservid: 0, mode: 'ones' }]], '/served/responders/0'],
  ] as [string, [string, unknown], string][])('refuses %s, and stays as it is', async (_, [path, value], pointer) => {
    const { put, snapshot } = await setup();
    const text = await snapshot();
    const document = JSON.parse(text);
    const names = path.split('.');
    const last = names.pop() ?? '';
    names.reduce((at, name) => at[name], document)[last] = value;

    const answer = await put('/snapshot', document);

    expect([answer.status, answer.body.type]).toEqual([400, 'urn:fakexen:problem:broken-snapshot']);
    expect(answer.body.errors).toMatchObject([{ pointer }]);
    expect(await snapshot()).toBe(text);
  });

  it('refuses bytes that end early', async () => {
    const { app } = await setup();
    const bytes = await app.inject({ url: '/snapshot', headers: { accept: BINARY } });
    const put = { method: 'PUT', url: '/snapshot', headers: { 'content-type': BINARY } } as const;

    for (const length of [0, 6, 100, bytes.rawPayload.length - 1]) {
      const payload = bytes.rawPayload.subarray(0, length);
      expect((await app.inject({ ...put, payload })).statusCode).toBe(400);
    }
  });

  it('refuses what the host may not hold', async () => {
    const { put, snapshot } = await setup();
    const document = JSON.parse(await snapshot());
    const small = await api({ backedPages: 1 });

    const answer = await small.put('/snapshot', document);

    expect(answer.body.errors).toMatchObject([{ pointer: '/host/machine/pages' }]);
    expect((await put('/snapshot', document)).status).toBe(204);
  });
});
