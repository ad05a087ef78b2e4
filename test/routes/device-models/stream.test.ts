import { setTimeout as delay } from 'node:timers/promises';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { api, verdictOf } from '../../support/api.js';

const AT_ONCE = { prefer: 'respond-async' };

/** A domain of two vcpus whose server 0 serves memory at 0xf0000000. */
async function setup() {
  const tools = await api();
  const { app, post, createDomain } = tools;
  await createDomain({ vcpus: 2 });
  await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
  await post('/domains/1/dmop/get_ioreq_server_info', { id: 0 });
  const range = { id: 0, type: 'memory', start: '0xf0000000', end: '0xf0000fff' };
  await post('/domains/1/dmop/map_io_range_to_ioreq_server', range);
  await post('/domains/1/dmop/set_ioreq_server_state', { id: 0, enabled: 1 });
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const url = `ws://127.0.0.1:${port}/domains/1/ioreq-servers/0/stream`;
  return {
    ...tools,
    url,
    read: (vcpu: number) =>
      post('/domains/1/guest-access', { vcpu, kind: 'read', gpa: '0xf0000010', size: 4 }, AT_ONCE),
    accessOf: async (id: number) => (await tools.get(`/domains/1/guest-access/${id}`)).body,
    connect: (protocol = 'fakexen.ioreq.v1') => connected(url, protocol),
  };
}

async function connected(url: string, protocol: string) {
  const socket = new WebSocket(url, protocol);
  const messages: Buffer[] = [];
  const closed: { code?: number } = {};
  socket.on('message', (message: Buffer) => messages.push(message));
  socket.on('close', (code: number) => (closed.code = code));
  onTestFinished(() => socket.terminate());
  await once(socket, 'open');
  const heard = () => messages.map((message) => JSON.parse(message.toString()));
  return {
    socket,
    messages,
    heard,
    closed,
    send: (said: object) => socket.send(JSON.stringify(said)),
  };
}

const soon = () => delay(100);
const PATIENCE = { timeout: 5000, interval: 5 };

describe('GET …/stream', () => {
  it('pushes a request when it comes, and takes its answer', async () => {
    const { connect, read, accessOf } = await setup();
    const { heard, send } = await connect();

    await read(1);
    await soon();
    expect(heard()).toMatchObject([{ ioreqs: [{ seq: 1, vcpu: 1, delivery: 1 }] }]);

    send({ completions: [{ vcpu: 1, seq: 1, data: '0x5' }] });
    await soon();
    expect(await accessOf(1)).toMatchObject({ outcome: 'completed', data: '0x5' });
    expect(heard()).toHaveLength(1);
  });

  it('pushes at once what is pending already', async () => {
    const { connect, read } = await setup();
    await read(0);
    await read(1);

    const { heard } = await connect();
    await soon();

    expect(heard()).toMatchObject([{ ioreqs: [{ seq: 1 }, { seq: 2 }] }]);
  });

  it('gives each request to one connection, and to the next when that has closed', async () => {
    const { connect, read } = await setup();
    const first = await connect();
    const second = await connect();

    await read(0);
    await soon();
    expect([first.heard().length, second.heard().length]).toEqual([1, 0]);

    first.socket.terminate();
    await soon();
    expect(second.heard()).toMatchObject([{ ioreqs: [{ seq: 1, delivery: 2 }] }]);
  });

  it('tells that an answer answered nothing', async () => {
    const { connect } = await setup();
    const { heard, send } = await connect();

    send({ completions: [{ vcpu: 0, seq: 7 }] });
    await soon();

    expect(heard()).toEqual([{ ioreqs: [], bufioreqs: [], stale: [{ vcpu: 0, seq: 7 }] }]);
  });

  it('speaks records of 40 bytes where that is asked for', async () => {
    const { connect, read, accessOf } = await setup();
    const { socket, messages } = await connect('fakexen.ioreq.bin.v1');
    await read(0);
    await soon();

    const answer = Buffer.from(messages[0]!);
    answer.writeBigUInt64LE(0xbeefn, 16);
    socket.send(answer);
    await soon();

    expect(await accessOf(1)).toMatchObject({ outcome: 'completed', data: '0xbeef' });
  });

  it.each(['{', '{"completions":[{}]}', '[]'])('closes with 1007 after %s', async (message) => {
    const { connect } = await setup();
    const { socket, closed } = await connect();

    socket.send(message);
    await vi.waitFor(() => expect(closed.code).toBe(1007), PATIENCE);
  });

  it('closes with 1001 when the server is destroyed', async () => {
    const { connect, post } = await setup();
    const { closed } = await connect();

    await post('/domains/1/dmop/destroy_ioreq_server', { id: 0 });
    await vi.waitFor(() => expect(closed.code).toBe(1001), PATIENCE);
  });

  it('closes with 1001 when the service ends', async () => {
    const { connect, app } = await setup();
    const { closed } = await connect();

    void app.close();
    await vi.waitFor(() => expect(closed.code).toBe(1001), PATIENCE);
  });

  it('tells who does not ask for a WebSocket what it speaks', async () => {
    const { get } = await setup();

    expect((await get('/domains/1/ioreq-servers/0/stream')).body).toEqual({
      subprotocols: ['fakexen.ioreq.v1', 'fakexen.ioreq.bin.v1'],
    });
  });

  it('answers errno ENOENT for no server, ESRCH for no domain, before any upgrade', async () => {
    const { get, url } = await setup();

    expect(verdictOf(await get('/domains/1/ioreq-servers/7/stream'))).toBe('ENOENT');
    const [error] = await once(new WebSocket(url.replace('domains/1', 'domains/9')), 'error');
    expect(error).toMatchObject({ message: 'Unexpected server response: 404' });
  });
});
