import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { Host } from '../../src/hypervisor/index.js';
import { appFor } from '../support/app-pool.js';
import { randomCalls, randomFrom, type Call } from '../support/random-calls.js';

/** How much is tried: `SNAPSHOT_PROGRAMS=1 SNAPSHOT_CALLS=10000 npx vitest run test/stories/snapshot-anywhere.test.ts`. */
const said = (name: string, fallback: number) =>
  Number(process.env[`SNAPSHOT_${name}`] ?? fallback);
const CALLS = said('CALLS', 100);
const PROGRAMS = said('PROGRAMS', 2);
const SEED = said('SEED', 1);
/** Calls from one snapshot to the next. */
const EVERY = 20;

async function answerOf(app: FastifyInstance, host: string, call: Call) {
  const url = `${host}${call.url}`;
  const { statusCode, headers, body } = await app.inject({ ...call, url });
  const told = body.replace(/"instance":"[^"]*"/, '');
  return [statusCode, headers['location']?.toString().replace(host, ''), told];
}

const snapshotOf = async (app: FastifyInstance, host: string) =>
  (await app.inject({ url: `${host}/snapshot` })).body;

describe('a snapshot', () => {
  const programs = Array.from({ length: PROGRAMS }, (_, n) => SEED + n);

  it.each(programs)(
    'is the world, wherever it is taken: random program %i goes on as if nothing had been',
    async (seed) => {
      const app = await appFor(new Host());
      app.hosts.add('copy', new Host());
      const calls = randomCalls(randomFrom(seed));
      let copied = '';

      for (let n = 0; n < CALLS; n++) {
        if (n % EVERY === 0) {
          const text = await snapshotOf(app, '');
          if (n > 0) expect(await snapshotOf(app, '/hosts/copy'), copied).toBe(text);
          const put = { method: 'PUT', url: '/hosts/copy/snapshot' } as const;
          const headers = { 'content-type': 'application/json' };
          const answer = await app.inject({ ...put, headers, payload: text });
          expect([answer.statusCode, answer.body]).toEqual([204, '']);
          expect(await snapshotOf(app, '/hosts/copy')).toBe(text);
        }
        const call = calls.next().value as Call;
        copied = JSON.stringify({ n, call });
        const expected = await answerOf(app, '', call);
        expect(await answerOf(app, '/hosts/copy', call), copied).toEqual(expected);
      }
    },
    600_000,
  );
});
