/** Device models die wherever they are, a thousand times; no guest is left waiting, none gets another's answer. */

import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Host } from '../../src/hypervisor/index.js';
import { buildApp } from '../../src/server/app.js';
import {
  answerAt,
  liveByExchange,
  liveByStream,
  type MortalLife,
} from '../support/mortal-device-model.js';

const KILLS = 500;
const VCPUS = 4;
const MMIO = 0xf000_0000;

const host = new Host();
const app = await buildApp({ host });
let port: number;

const post = async (path: string, body: object) => {
  const answer = await app.inject({ method: 'POST', url: `/domains/1/${path}`, payload: body });
  return answer.json<Record<string, unknown>>();
};

beforeAll(async () => {
  await app.listen({ host: '127.0.0.1', port: 0 });
  port = (app.server.address() as AddressInfo).port;
  await app.inject({ method: 'POST', url: '/domains', payload: { vcpus: VCPUS, memory_mib: 4 } });
  await post('dmop/create_ioreq_server', { handle_bufioreq: 0 });
  await post('dmop/get_ioreq_server_info', { id: 0 });
  const range = { id: 0, type: 'memory', start: MMIO, end: MMIO + 0xfffff };
  await post('dmop/map_io_range_to_ioreq_server', range);
  await post('dmop/set_ioreq_server_state', { id: 0, enabled: 1 });
});
afterAll(() => app.close());

/** One life after the other, until no guest needs them any more. */
async function manyLives(live: MortalLife, isOver: () => boolean): Promise<number> {
  let kills = 0;
  for (; !isOver(); kills++)
    await live(port, '/domains/1/ioreq-servers/0', kills < KILLS ? Math.random() * 4 : 200);
  return kills;
}

/** Reads again and again, and looks at each answer. */
async function runGuest(vcpu: number, isOver: () => boolean): Promise<number> {
  let reads = 0;
  for (; !isOver(); reads++) {
    const gpa = MMIO + 4 * ((VCPUS * reads + vcpu) % 0x1_0000);
    const access = { vcpu, kind: 'read', gpa, size: 4, trace: false };
    const { outcome, data } = await post('guest-access', access);
    expect([outcome, data]).toEqual(['completed', answerAt(gpa)]);
  }
  return reads;
}

describe('a device model that is killed at random', () => {
  it.each([
    ['exchange', liveByExchange],
    ['stream', liveByStream],
  ])(
    'loses nothing and doubles nothing, served by %s',
    async (_, live) => {
      let lives = 0;
      let guestsDone = 0;
      const counted: MortalLife = async (...life) => {
        await live(...life);
        lives += 1;
      };

      const guests = Array.from({ length: VCPUS }, (_, vcpu) =>
        runGuest(vcpu, () => lives >= KILLS).finally(() => (guestsDone += 1)),
      );
      await manyLives(counted, () => guestsDone === VCPUS);
      const reads = await Promise.all(guests);

      expect(Math.min(...reads)).toBeGreaterThan(0);
      for (const { id } of host.domain(1).vcpus) {
        const { body } = await app.inject(`/domains/1/vcpus/${id}`);
        expect(JSON.parse(body)).toMatchObject({ state: 'runnable' });
      }
    },
    60_000,
  );
});
