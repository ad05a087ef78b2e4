/**
 * Very many clients that wait for requests of guests, most of which are killed before any comes. `FAKEXEN_LOAD_EXCHANGES` and
 * `FAKEXEN_LOAD_STREAMS` say how many; whom it strikes is drawn with `FAKEXEN_LOAD_SEED`, which a failure prints.
 */

import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { Host } from '../../src/hypervisor/index.js';
import { buildApp } from '../../src/server/app.js';
import { answerAt, liveByExchange } from '../support/mortal-device-model.js';
import { randomFrom } from '../support/random-calls.js';

const EXCHANGES = Number(process.env['FAKEXEN_LOAD_EXCHANGES'] ?? 100);
const STREAMS = Number(process.env['FAKEXEN_LOAD_STREAMS'] ?? 50);
const SEED = Number(process.env['FAKEXEN_LOAD_SEED'] ?? Date.now() % 2 ** 31);

const VCPUS = 16;
const MMIO = 0xf000_0000;
const SERVER = '/domains/1/ioreq-servers/0';
const LET_GO = { timeout: 20_000, interval: 20 };
const LIFE_MS = 500;

async function setup() {
  const host = new Host();
  const app = await buildApp({ host });
  const post = async (path: string, body: object) => {
    const answer = await app.inject({ method: 'POST', url: path, payload: body });
    return answer.json<Record<string, unknown>>();
  };
  await app.listen({ host: '127.0.0.1', port: 0 });
  await post('/domains', { vcpus: VCPUS, memory_mib: 4 });
  await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
  await post('/domains/1/dmop/get_ioreq_server_info', { id: 0 });
  const range = { id: 0, type: 'memory', start: MMIO, end: MMIO + 0xfffff };
  await post('/domains/1/dmop/map_io_range_to_ioreq_server', range);
  await post('/domains/1/dmop/set_ioreq_server_state', { id: 0, enabled: 1 });
  const { port } = app.server.address() as AddressInfo;
  const connections = () =>
    new Promise<number>((resolve) =>
      app.server.getConnections((_error, nr) => {
        resolve(nr);
      }),
    );
  return { app, post, port, connections, waiting: () => app.hosts.default.world.waiting.nr };
}

/** Says nothing when it goes. */
interface Client {
  kill(): void;
}

function waitingExchange(port: number): Client {
  const body = JSON.stringify({ wait_ms: 600_000 });
  const head = `POST ${SERVER}/exchange HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n`;
  const socket: Socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`${head}content-length: ${body.length}\r\n\r\n${body}`);
  return { kill: () => socket.destroy() };
}

async function openStream(port: number): Promise<Client> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${SERVER}/stream`);
  socket.on('error', () => undefined);
  await once(socket, 'open');
  return { kill: () => socket.terminate() };
}

it(`loses no request, doubles none and keeps nothing open (FAKEXEN_LOAD_SEED=${SEED})`, async () => {
  const random = randomFrom(SEED);
  const { app, post, port, connections, waiting } = await setup();
  try {
    const clients: Client[] = Array.from({ length: EXCHANGES }, () => waitingExchange(port));
    for (let nr = 0; nr < STREAMS; nr++) clients.push(await openStream(port));
    await vi.waitFor(() => expect(waiting()).toBeGreaterThanOrEqual(EXCHANGES), LET_GO);
    expect(await connections()).toBe(EXCHANGES + STREAMS);

    const dying = clients.toSorted(() => random() - 0.5);
    const reads = Array.from({ length: VCPUS }, (_, vcpu) => {
      for (let nr = 0; nr < clients.length / (2 * VCPUS); nr++) dying.pop()?.kill();
      const gpa = MMIO + 4 * Math.floor(random() * 0x1000);
      const access = { vcpu, kind: 'read', gpa, size: 4, trace: false };
      return post('/domains/1/guest-access', access).then(({ outcome, data }) => ({
        answered: [outcome, data],
        wanted: ['completed', answerAt(gpa)],
      }));
    });
    for (const client of dying) client.kill();
    let left = reads.length;
    for (const read of reads) void read.finally(() => left--);
    while (left > 0) await liveByExchange(port, SERVER, LIFE_MS);

    for (const { answered, wanted } of await Promise.all(reads)) expect(answered).toEqual(wanted);
    await vi.waitFor(async () => expect([await connections(), waiting()]).toEqual([0, 0]), LET_GO);
    expect((await post(`${SERVER}/exchange`, {}))['ioreqs']).toEqual([]);
  } finally {
    await app.close();
  }
}, 60_000);
